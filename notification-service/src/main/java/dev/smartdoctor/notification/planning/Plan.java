package dev.smartdoctor.notification.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What follows from one event: the messages, the reminders it makes obsolete, and what it says of an account. Carried out as a
 * whole, in the transaction that takes the event in.
 */
public record Plan(List<PlannedMail> mails, List<PlannedItem> items, List<PlannedReminder> reminders,
        Optional<VisitVersion> obsoleteBefore, Optional<UUID> changedAccount, Optional<UUID> erasedAccount) {

    /** Reminders of earlier versions of this visit are void. */
    public record VisitVersion(UUID appointmentId, long version) {}

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a plan while the planner walks through an event. */
    static final class Builder {
        private final List<PlannedMail> mails = new ArrayList<>();
        private final List<PlannedItem> items = new ArrayList<>();
        private final List<PlannedReminder> reminders = new ArrayList<>();
        private VisitVersion obsoleteBefore;
        private UUID changedAccount;
        private UUID erasedAccount;

        Builder mail(PlannedMail mail) {
            mails.add(mail);
            return this;
        }

        Builder item(PlannedItem item) {
            items.add(item);
            return this;
        }

        Builder reminders(List<PlannedReminder> planned) {
            reminders.addAll(planned);
            return this;
        }

        Builder obsoleteBefore(UUID appointmentId, long version) {
            obsoleteBefore = new VisitVersion(appointmentId, version);
            return this;
        }

        Builder changed(UUID accountId) {
            changedAccount = accountId;
            return this;
        }

        Builder erased(UUID accountId) {
            erasedAccount = accountId;
            return this;
        }

        Plan build() {
            return new Plan(List.copyOf(mails), List.copyOf(items), List.copyOf(reminders),
                    Optional.ofNullable(obsoleteBefore), Optional.ofNullable(changedAccount),
                    Optional.ofNullable(erasedAccount));
        }
    }
}
