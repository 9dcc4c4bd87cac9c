package dev.smartdoctor.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.platform.testing.AwkwardStrings;

class MailHeadersTest {

    @Test
    void plainTextStaysAsItIs() {
        assertThat(MailHeaders.encode("Verify your e-mail address")).isEqualTo("Verify your e-mail address");
    }

    @Test
    void lineBreaksCannotStartAHeader() throws Exception {
        assertThat(MailHeaders.encode("Visit\r\nBcc: all@example.org")).isEqualTo("Visit  Bcc: all@example.org");
        assertThat(MailHeaders.encode("Visit\nBcc: é")).doesNotContain("\n");
        assertThat(MimeUtility.decodeText(MailHeaders.encode("a\u2028b\u0085c\u202Ed"))).isEqualTo("a b c d");
    }

    @Test
    void longAndWideTextComesBackWhole() throws Exception {
        String text = "مواعيد 👩‍⚕️ José डॉक्टर ".repeat(12).strip();

        String header = MailHeaders.encode(text);

        assertThat(header.split("\r\n ")).allMatch(word -> word.length() <= 75);
        assertThat(MimeUtility.decodeText(MimeUtility.unfold(header))).isEqualTo(text);
    }

    @Test
    void awkwardStringsNeverBreakTheHeader() {
        assertThat(AwkwardStrings.all().map(MailHeaders::encode))
                .allMatch(header -> header.replace("\r\n ", "").chars().allMatch(c -> c >= ' ' && c < 0x7F));
    }
}
