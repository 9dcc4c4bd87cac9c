package dev.smartdoctor.gateway.exchange;

/** Leads an exchange through the interceptors and hears of its end. */
public interface Course {
    void run(Exchange exchange, int fromStep);

    /** Called once for every exchange, with the status it ended with. */
    void ended(Exchange exchange, int status);
}
