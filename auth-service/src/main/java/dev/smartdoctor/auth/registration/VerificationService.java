package dev.smartdoctor.auth.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.auth.mailtoken.DerivedCodes;
import dev.smartdoctor.auth.mailtoken.InvalidToken;
import dev.smartdoctor.auth.mailtoken.MailedTokenView;
import dev.smartdoctor.auth.mailtoken.Purpose;
import dev.smartdoctor.platform.data.Transactions;
import dev.smartdoctor.platform.problem.NotFound;
import io.smallrye.mutiny.Uni;

/** Mailed verifications: their tokens for the mail, and what following the link does. */
@ApplicationScoped
public class VerificationService {
    private final VerificationRepository verifications;
    private final Verifier verifier;
    private final DerivedCodes codes;
    private final Transactions transactions;
    private final Clock clock;

    VerificationService(VerificationRepository verifications, Verifier verifier, DerivedCodes codes,
            Transactions transactions, Clock clock) {
        this.verifications = verifications;
        this.verifier = verifier;
        this.codes = codes;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Uni<Void> verify(String token) {
        UUID id = codes.idOf(Purpose.VERIFICATION, token).orElseThrow(InvalidToken::new);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transactions.inTransaction(tx -> verifier.verify(tx, id, now));
    }

    public Uni<MailedTokenView> tokenOf(UUID id) {
        return transactions.withConnection(connection -> verifications.findOpen(connection, id, clock.instant()))
                .map(found -> found.orElseThrow(() -> new NotFound("verification")))
                .map(open -> new MailedTokenView(open.accountId(), codes.token(Purpose.VERIFICATION, id),
                        open.expiresAt().atOffset(ZoneOffset.UTC)));
    }
}
