package dev.smartdoctor.localstack.mailbox;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.subethamail.smtp.server.SMTPServer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A mailbox on free ports with an SMTP client and an HTTP client, for the tests of this package. */
final class RunningMailbox implements AutoCloseable {

    private final SMTPServer smtp;
    private final MailboxServer http;
    private final HttpClient client = HttpClient.newHttpClient();

    RunningMailbox(Path folder) throws Exception {
        MailStore store = new MailStore(folder, Clock.systemUTC());
        smtp = MailboxMain.smtp(0, store);
        smtp.start();
        http = new MailboxServer(0, store);
        http.start();
    }

    Session session() {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", Integer.toString(smtp.getPortAllocated()));
        return Session.getInstance(properties);
    }

    int smtpPort() {
        return smtp.getPortAllocated();
    }

    void send(String to, String subject, String text) throws Exception {
        MimeMessage message = new MimeMessage(session());
        message.setFrom(new InternetAddress("clinic@example.org", "Smart Doctor"));
        message.setRecipients(MimeMessage.RecipientType.TO, to);
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }

    void send(MimeMessage message) throws Exception {
        Transport.send(message);
    }

    HttpResponse<String> request(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + http.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody()).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> deleteIds(String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + http.port() + "/api/v1/messages"))
                .method("DELETE", HttpRequest.BodyPublishers.ofString(json)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    int httpPort() {
        return http.port();
    }

    JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = request("GET", path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return new JsonMapper().readTree(answer.body());
    }

    JsonNode search(String query) throws Exception {
        return json("/api/v1/search?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    JsonNode latest() throws Exception {
        return json("/api/v1/message/latest");
    }

    @Override
    public void close() {
        smtp.stop();
        http.close();
    }
}
