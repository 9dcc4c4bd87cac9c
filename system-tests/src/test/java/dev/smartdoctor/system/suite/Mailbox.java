package dev.smartdoctor.system.suite;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** The mailbox of the stack, by Mailpit's interface. */
public final class Mailbox {
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9._~-]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Api api;

    public Mailbox(URI address) {
        this.api = Api.at(address);
    }

    /** All mails to this address, newest first, as summaries. */
    public List<JsonNode> to(String address) {
        String query = URLEncoder.encode("to:" + address, StandardCharsets.UTF_8);
        List<JsonNode> mails = new ArrayList<>();
        api.get("/api/v1/search?query=" + query + "&limit=500").expect(200).json().get("messages").forEach(mails::add);
        return mails;
    }

    public List<JsonNode> to(String address, String subjectPart) {
        return to(address).stream().filter(mail -> mail.get("Subject").asText().contains(subjectPart)).toList();
    }

    /** Waits for a mail whose subject contains this, and answers the newest one whole. */
    public JsonNode awaitMail(String address, String subjectPart) {
        await().atMost(PATIENCE).until(() -> !to(address, subjectPart).isEmpty());
        return whole(to(address, subjectPart).get(0));
    }

    /** Waits until this many mails with such a subject have come; more fail at once. */
    public void awaitCount(String address, String subjectPart, int count) {
        await().atMost(PATIENCE).until(() -> to(address, subjectPart).size() >= count);
        if (to(address, subjectPart).size() > count) {
            throw new AssertionError("More than " + count + " mails to " + address + ": " + to(address, subjectPart));
        }
    }

    public JsonNode whole(JsonNode summary) {
        return api.get("/api/v1/message/" + summary.get("ID").asText()).expect(200).json();
    }

    /** The content of an attachment of this media type. */
    public String attachment(JsonNode mail, String mediaType) {
        for (JsonNode attachment : mail.get("Attachments")) {
            if (attachment.get("ContentType").asText().startsWith(mediaType)) {
                return api
                        .get("/api/v1/message/" + mail.get("ID").asText() + "/part/"
                                + attachment.get("PartID").asText())
                        .expect(200).text();
            }
        }
        throw new AssertionError("No attachment " + mediaType + " in " + mail);
    }

    public static String token(JsonNode mail) {
        Matcher token = TOKEN.matcher(mail.get("Text").asText());
        if (!token.find()) {
            throw new AssertionError("No token in " + mail.get("Text"));
        }
        return token.group(1);
    }
}
