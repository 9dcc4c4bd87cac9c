package dev.smartdoctor.gateway.route;

/** What a request costs its caller: which quota it draws on, and how many units of it. */
public enum Cost {
    /** Not limited: files of the web client and the gateway's own pages, which come from memory. */
    FREE(Quota.READS, 0),
    READ(Quota.READS, 1),
    WRITE(Quota.CHANGES, 1),
    /** Work that is dear to a service: a model's turn, an upload, an export. */
    COSTLY(Quota.CHANGES, 2),
    /** Whatever proves or resets who somebody is; apart from the changes, so that guessing cannot use up the bookings. */
    SIGN_IN(Quota.SIGN_INS, 1);

    /** The quotas that are counted apart from each other. */
    public enum Quota {
        READS,
        CHANGES,
        SIGN_INS
    }

    private final Quota quota;
    private final int units;

    Cost(Quota quota, int units) {
        this.quota = quota;
        this.units = units;
    }

    public Quota quota() {
        return quota;
    }

    public int units() {
        return units;
    }
}
