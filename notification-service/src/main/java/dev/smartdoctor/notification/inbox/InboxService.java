package dev.smartdoctor.notification.inbox;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.smartdoctor.notification.preference.Preference;
import dev.smartdoctor.notification.preference.PreferenceService;
import dev.smartdoctor.notification.recipient.Recipient;
import dev.smartdoctor.notification.recipient.RecipientService;
import dev.smartdoctor.notification.template.Language;
import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.problem.NotFound;
import io.smallrye.mutiny.Uni;

/** Reads a caller's inbox and keeps what they have read. */
@ApplicationScoped
public class InboxService {
    private static final Logger LOG = Logger.getLogger(InboxService.class);

    private final InboxRepository repository;
    private final PreferenceService preferences;
    private final RecipientService recipients;

    InboxService(InboxRepository repository, PreferenceService preferences, RecipientService recipients) {
        this.repository = repository;
        this.preferences = preferences;
        this.recipients = recipients;
    }

    Uni<Page<InboxItemView>> list(UUID accountId, Set<String> roles, boolean unreadOnly, PageRequest page) {
        return preferences.of(accountId)
                .flatMap(preference -> textFor(accountId, preference))
                .flatMap(text -> repository.list(accountId, roles, unreadOnly, page)
                        .map(items -> items.map(text::view)));
    }

    Uni<Void> markRead(UUID accountId, Set<String> roles, UUID itemId) {
        return repository.markRead(accountId, roles, itemId).invoke(found -> {
            if (!found) {
                throw new NotFound("notification");
            }
        }).replaceWithVoid();
    }

    /** The inbox is readable while auth-service is away, then in English and UTC unless a language was chosen here. */
    private Uni<InboxText> textFor(UUID accountId, Preference preference) {
        return recipients.of(accountId)
                .map(reader -> new InboxText(language(preference, reader), reader.zone()))
                .onFailure().recoverWithItem(failure -> {
                    LOG.debugf("Language of %s unknown at the moment: %s", accountId, failure.toString());
                    ZoneId zone = ZoneOffset.UTC;
                    return new InboxText(Language.of(preference.locale(), "en"), zone);
                });
    }

    private static Language language(Preference preference, Recipient reader) {
        return Language.of(preference.locale(), reader.locale());
    }
}
