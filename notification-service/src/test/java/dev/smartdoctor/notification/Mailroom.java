package dev.smartdoctor.notification;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;

import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.outbox.EventFields;
import dev.smartdoctor.platform.testing.AuthStandIn;
import io.quarkus.redis.datasource.RedisDataSource;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** What the tests of the whole service do: publish events, say what the other services answer, read mailboxes and tables. */
@Singleton
public class Mailroom {
    @Inject
    RedisDataSource redis;
    @Inject
    Pool pool;

    public void publish(String stream, DomainEvent event) {
        redis.stream(String.class).xadd(stream, EventFields.write(event));
    }

    /** An account whose address is its id. */
    public UUID account(String name, String locale, String zone) {
        UUID id = UUID.randomUUID();
        account(id, name, locale, zone);
        return id;
    }

    public void account(UUID id, String name, String locale, String zone) {
        AuthStandIn.stub("/internal/accounts/" + id, 200, new JsonObject().put("id", id.toString())
                .put("email", address(id)).put("fullName", name).put("locale", locale).put("timeZone", zone)
                .put("phone", "+4930123456").put("roles", List.of("patient")).put("status", "active").encode());
    }

    public UUID visit(String doctor, long version, String status) {
        UUID id = UUID.randomUUID();
        visit(id, doctor, version, status);
        return id;
    }

    public void visit(UUID id, String doctor, long version, String status) {
        AuthStandIn.stub("/internal/appointments/" + id, 200, new JsonObject().put("id", id.toString())
                .put("version", version).put("status", status).put("doctorId", Examples.DOCTOR.toString())
                .put("doctorName", doctor).put("specialty", "psychiatry")
                .put("locationId", Examples.LOCATION.toString())
                .put("locationName", "Clinic Mitte").put("locationAddress", "Lindenstraße 5, Berlin")
                .put("timeZone", "Europe/Berlin").encode());
    }

    public UUID doctor(String name) {
        UUID id = UUID.randomUUID();
        doctor(id, name);
        return id;
    }

    public void doctor(UUID id, String name) {
        AuthStandIn.stub("/internal/doctors/" + id, 200,
                new JsonObject().put("id", id.toString()).put("fullName", name).put("bio", "Listens.").encode());
    }

    public UUID location(String name, String address) {
        UUID id = UUID.randomUUID();
        AuthStandIn.stub("/internal/locations/" + id, 200, new JsonObject().put("id", id.toString())
                .put("name", name).put("address", address).put("country", "DE").encode());
        return id;
    }

    public static String address(UUID account) {
        return account + "@example.org";
    }

    public static List<MimeMessage> mailsTo(GreenMail mailbox, UUID account) {
        return Arrays.stream(mailbox.getReceivedMessagesForDomain(address(account))).toList();
    }

    /** Content types and contents of every leaf part, in order. */
    public static List<Map.Entry<String, String>> parts(MimeMessage mail) throws MessagingException, IOException {
        List<Map.Entry<String, String>> parts = new ArrayList<>();
        collect(mail.getContentType(), mail.getContent(), parts);
        return parts;
    }

    private static void collect(String type, Object content, List<Map.Entry<String, String>> parts)
            throws MessagingException, IOException {
        if (content instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart part = multipart.getBodyPart(i);
                collect(part.getContentType(), part.getContent(), parts);
            }
        } else {
            parts.add(Map.entry(type, content instanceof InputStream stream
                    ? new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    : content.toString()));
        }
    }

    public List<String> states(UUID account) {
        return column("select state from delivery where account_id = $1 order by created_at", account);
    }

    public List<String> column(String sql, Object... values) {
        List<String> found = new ArrayList<>();
        for (Row row : pool.preparedQuery(sql).execute(Tuple.from(values)).await().indefinitely()) {
            found.add(String.valueOf(row.getValue(0)));
        }
        return found;
    }

    public int change(String sql, Object... values) {
        return pool.preparedQuery(sql).execute(Tuple.from(values)).await().indefinitely().rowCount();
    }
}
