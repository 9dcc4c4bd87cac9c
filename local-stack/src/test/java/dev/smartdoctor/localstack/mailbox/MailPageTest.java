package dev.smartdoctor.localstack.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
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

class MailPageTest {

    private static final String ATTACK = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

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
    void escapesEverythingThatComesFromAMail() throws Exception {
        mailbox.send(hostile());
        String id = mailbox.latest().path("ID").asText();

        for (String path : new String[]{ "/", "/view/" + id, "/?query=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22" }) {
            HttpResponse<String> page = mailbox.request("GET", path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).as(path).doesNotContain("<script>").doesNotContain("<img");
            assertThat(policy(page)).contains("default-src 'none'").doesNotContain("unsafe-inline");
        }
        assertThat(mailbox.request("GET", "/view/" + id).body()).contains("&lt;script&gt;alert(1)");
    }

    @Test
    void showsHtmlOnlyInAFrameThatCanDoNothing() throws Exception {
        mailbox.send(hostile());
        String id = mailbox.latest().path("ID").asText();

        String page = mailbox.request("GET", "/view/" + id).body();
        HttpResponse<String> frame = mailbox.request("GET", "/view/" + id + ".html");

        assertThat(page).contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"");
        assertThat(frame.body()).contains("<script>alert(1)</script>");
        assertThat(policy(frame)).contains("default-src 'none'").contains("sandbox allow-popups")
                .doesNotContain("allow-scripts").doesNotContain("allow-same-origin");
    }

    @Test
    void offersActiveAttachmentsAsFilesOnly() throws Exception {
        mailbox.send(hostile());
        String id = mailbox.latest().path("ID").asText();

        HttpResponse<String> part = mailbox.request("GET", "/api/v1/message/" + id + "/part/2");

        assertThat(part.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(part.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment")
                .doesNotContain("<");
        assertThat(part.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(policy(part)).contains("sandbox");
    }

    @Test
    void answersNobodyWhoCallsItByAnotherName() throws Exception {
        try (Socket socket = new Socket("localhost", mailbox.httpPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /api/v1/messages HTTP/1.1\r\nHost: evil.example:8025\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void saysNotFoundAndMethodNotAllowed() throws Exception {
        assertThat(mailbox.request("GET", "/view/unknown").statusCode()).isEqualTo(404);
        assertThat(mailbox.request("GET", "/view/../../etc/passwd").statusCode()).isEqualTo(404);
        assertThat(mailbox.request("GET", "/api/v1/message/nothing").statusCode()).isEqualTo(404);
        assertThat(mailbox.request("POST", "/").statusCode()).isEqualTo(405);
        assertThat(mailbox.request("POST", "/api/v1/messages").statusCode()).isEqualTo(405);
    }

    private MimeMessage hostile() throws Exception {
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<p>hello</p><script>alert(1)</script><a href=\"http://localhost/?token=t\">go</a>",
                "text/html; charset=UTF-8");
        MimeBodyPart file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(
                new ByteArrayDataSource("<script>alert(3)</script>".getBytes(StandardCharsets.UTF_8), "text/html")));
        file.setFileName("<script>x.html");
        file.setDisposition("attachment");
        MimeMessage message = new MimeMessage(mailbox.session());
        message.setFrom(new InternetAddress("evil@example.org", ATTACK, "UTF-8"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("you@example.org", ATTACK, "UTF-8"));
        message.setSubject(ATTACK, "UTF-8");
        message.setContent(new MimeMultipart(html, file));
        return message;
    }

    private static String policy(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElse("");
    }
}
