package dev.smartdoctor.notification.template;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.smartdoctor.notification.planning.MessageKind;
import dev.smartdoctor.notification.recipient.LinkToken;
import dev.smartdoctor.notification.recipient.Recipient;

/** The mails about an account itself. */
public final class AccountLetters {
    private final Links links;

    public AccountLetters(String publicUrl) {
        this.links = new Links(publicUrl);
    }

    /** Verification and password reset: the link proves that its reader owns the address. */
    public Letter withToken(MessageKind kind, Recipient to, Language language, LinkToken token) {
        String url = kind == MessageKind.VERIFY_EMAIL
                ? links.verifyEmail(token.token())
                : links.resetPassword(token.token());
        return letter(kind, to, language, url,
                Map.of("expires", new Moments(language).moment(token.expiresAt(), to.zone())));
    }

    /** Everything that happened to an account at some moment. */
    public Letter about(MessageKind kind, Recipient to, Language language, Instant happened) {
        String url = switch (kind) {
            case REGISTRATION_REPEATED -> links.signIn();
            case PASSWORD_CHANGED -> links.forgotPassword();
            case NEW_DEVICE, SESSION_REUSE -> links.sessions();
            default -> throw new IllegalArgumentException(kind + " is not a mail about an account");
        };
        return letter(kind, to, language, url, Map.of("time", new Moments(language).moment(happened, to.zone())));
    }

    private static Letter letter(MessageKind kind, Recipient to, Language language, String url,
            Map<String, String> values) {
        Words words = Words.in(language);
        String key = kind.code() + ".";
        return new Letter(language, words.say(key + "subject"), words.say(key + "heading"),
                words.say("common.greeting", Map.of("name", to.fullName())), words.say(key + "text", values), List.of(),
                new Letter.Button(words.say(key + "button"), url, words.say("common.linkHint")),
                words.sayIfThere(key + "note", values), Optional.empty(),
                new Letter.Footer(words.say("common.footer"), words.say("common.signature")));
    }
}
