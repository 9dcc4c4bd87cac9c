package dev.smartdoctor.localstack.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

class MailboxApiTest {

    private static final String CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";

    @TempDir
    Path folder;

    private RunningMailbox mailbox;

    @BeforeEach
    void open() throws Exception {
        mailbox = new RunningMailbox(folder);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void listsNewestFirstInMailpitsShape() throws Exception {
        mailbox.send("first@example.org", "One", "text of one");
        mailbox.send("second@example.org", "Two", "text of two");

        JsonNode list = mailbox.json("/api/v1/messages");

        assertThat(list.path("total").asInt()).isEqualTo(2);
        assertThat(list.path("messages_count").asInt()).isEqualTo(2);
        assertThat(list.path("unread").asInt()).isEqualTo(2);
        JsonNode newest = list.path("messages").get(0);
        assertThat(newest.path("Subject").asText()).isEqualTo("Two");
        assertThat(newest.path("To").get(0).path("Address").asText()).isEqualTo("second@example.org");
        assertThat(newest.path("From").path("Name").asText()).isEqualTo("Smart Doctor");
        assertThat(newest.path("From").path("Address").asText()).isEqualTo("clinic@example.org");
        assertThat(newest.path("Snippet").asText()).isEqualTo("text of two");
        assertThat(newest.path("Attachments").asInt()).isZero();
        assertThat(newest.path("Created").asText()).matches("\\d{4}-\\d{2}-\\d{2}T.*Z");
        assertThat(newest.path("Cc").isArray()).isTrue();
    }

    @Test
    void pagesTheList() throws Exception {
        for (int i = 0; i < 5; i++) {
            mailbox.send("someone@example.org", "Mail " + i, "text");
        }

        JsonNode page = mailbox.json("/api/v1/messages?start=1&limit=2");

        assertThat(page.path("messages").findValuesAsText("Subject")).containsExactly("Mail 3", "Mail 2");
        assertThat(page.path("total").asInt()).isEqualTo(5);
        assertThat(page.path("start").asInt()).isEqualTo(1);
    }

    @Test
    void findsByRecipientInEachSpellingOfTheQuery() throws Exception {
        mailbox.send("Ana+tag@example.org", "Verify your address", "token=abc");
        mailbox.send("bob@example.org", "Verify your address", "token=def");

        for (String query : new String[]{ "to:ana+tag@example.org", "to:\"ANA+TAG@example.org\"",
                "to:ana subject:\"verify your\"", "-to:bob@example.org", "\"token=abc\"" }) {
            JsonNode found = mailbox.search(query);
            assertThat(found.path("messages_count").asInt()).as(query).isEqualTo(1);
            assertThat(found.path("messages").get(0).path("To").get(0).path("Address").asText()).as(query)
                    .isEqualTo("Ana+tag@example.org");
            assertThat(found.path("total").asInt()).isEqualTo(2);
        }
        assertThat(mailbox.search("to:nobody@example.org").path("messages")).isEmpty();
        assertThat(mailbox.request("GET", "/api/v1/search?query=").statusCode()).isEqualTo(400);
    }

    @Test
    void givesTextsAttachmentsAndTheirBytes() throws Exception {
        mailbox.send(withCalendar());

        JsonNode message = mailbox.latest();

        assertThat(message.path("Subject").asText()).isEqualTo("Termin bestätigt: 李雷 ✓");
        assertThat(message.path("Text").asText()).contains("Grüße, José");
        assertThat(message.path("HTML").asText()).contains("<b>Grüße</b>");
        assertThat(message.path("MessageID").asText()).contains("@").doesNotContain("<");
        assertThat(message.path("Attachments")).hasSize(1);
        JsonNode attachment = message.path("Attachments").get(0);
        assertThat(attachment.path("ContentType").asText()).isEqualTo("text/calendar");
        assertThat(attachment.path("FileName").asText()).isEqualTo("visité.ics");
        assertThat(attachment.path("Checksums").path("SHA256").asText()).hasSize(64);
        String part = "/api/v1/message/" + message.path("ID").asText() + "/part/" + attachment.path("PartID").asText();
        assertThat(mailbox.request("GET", part).body()).isEqualTo(CALENDAR);
        assertThat(mailbox.search("has:attachment").path("messages_count").asInt()).isEqualTo(1);
    }

    @Test
    void readsOtherEncodingsAndBrokenMails() throws Exception {
        deliver("Subject: =?ISO-8859-1?Q?Gr=FC=DFe?=\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
                + "Content-Transfer-Encoding: quoted-printable\r\n\r\nGr=FC=DFe\r\n");
        assertThat(mailbox.latest().path("Subject").asText()).isEqualTo("Grüße");
        assertThat(mailbox.latest().path("Text").asText()).contains("Grüße");

        deliver("Subject: broken\r\nContent-Type: multipart/mixed; boundary=none\r\n\r\nno boundary here\r\n");
        assertThat(mailbox.latest().path("Subject").asText()).isIn("broken", "(unreadable mail)");

        deliver("no header at all\r\n");
        assertThat(mailbox.latest().path("Bcc").get(0).path("Address").asText()).isEqualTo("hidden@example.org");
        assertThat(mailbox.json("/api/v1/messages").path("total").asInt()).isEqualTo(3);
    }

    @Test
    void marksAsReadWhatWasOpened() throws Exception {
        mailbox.send("someone@example.org", "Once", "text");
        mailbox.latest();

        assertThat(mailbox.json("/api/v1/messages").path("unread").asInt()).isZero();
        assertThat(mailbox.search("is:read").path("messages_count").asInt()).isEqualTo(1);
    }

    @Test
    void deletesSomeOrAll() throws Exception {
        mailbox.send("a@example.org", "A", "a");
        mailbox.send("b@example.org", "B", "b");
        String id = mailbox.latest().path("ID").asText();

        assertThat(mailbox.deleteIds("{\"IDs\":[\"" + id + "\"]}").statusCode()).isEqualTo(200);
        assertThat(mailbox.json("/api/v1/messages").path("messages").findValuesAsText("Subject")).containsExactly("A");

        assertThat(mailbox.request("DELETE", "/api/v1/messages").statusCode()).isEqualTo(200);
        assertThat(mailbox.json("/api/v1/messages").path("total").asInt()).isZero();
        assertThat(mailbox.request("GET", "/api/v1/message/latest").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsMailsOverARestart() throws Exception {
        mailbox.send("someone@example.org", "Kept", "text");
        mailbox.latest();
        mailbox.close();
        mailbox = new RunningMailbox(folder);

        JsonNode list = mailbox.json("/api/v1/messages");

        assertThat(list.path("messages").findValuesAsText("Subject")).containsExactly("Kept");
        assertThat(list.path("unread").asInt()).isZero();
    }

    private MimeMessage withCalendar() throws Exception {
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Grüße, José", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<p><b>Grüße</b></p>", "text/html; charset=UTF-8");
        MimeBodyPart texts = new MimeBodyPart();
        texts.setContent(new MimeMultipart("alternative", text, html));
        MimeBodyPart calendar = new MimeBodyPart();
        calendar.setDataHandler(new DataHandler(new ByteArrayDataSource(CALENDAR.getBytes(StandardCharsets.UTF_8),
                "text/calendar; charset=UTF-8; method=REQUEST")));
        calendar.setFileName("visité.ics");
        calendar.setDisposition("attachment");
        MimeMessage message = new MimeMessage(mailbox.session());
        message.setFrom(new InternetAddress("clinic@example.org"));
        message.setRecipients(Message.RecipientType.TO, "patient@example.org");
        message.setSubject("Termin bestätigt: 李雷 ✓", "UTF-8");
        message.setContent(new MimeMultipart(texts, calendar));
        return message;
    }

    /** Sends bytes as they are, which no mail library would. */
    private void deliver(String mail) throws Exception {
        try (Socket socket = new Socket("localhost", mailbox.smtpPort())) {
            OutputStream out = socket.getOutputStream();
            var in = new java.io.BufferedReader(new java.io.InputStreamReader(socket.getInputStream()));
            in.readLine();
            for (String line : new String[]{ "HELO test", "MAIL FROM:<a@example.org>", "RCPT TO:<hidden@example.org>",
                    "DATA", mail + ".", "QUIT" }) {
                out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                assertThat(in.readLine()).matches("[23].*");
            }
        }
    }
}
