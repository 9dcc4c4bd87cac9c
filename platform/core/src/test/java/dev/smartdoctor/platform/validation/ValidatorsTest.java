package dev.smartdoctor.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import jakarta.validation.ConstraintValidator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.smartdoctor.platform.testing.AwkwardStrings;

class ValidatorsTest {
    private static final PersonNameValidator NAMES = new PersonNameValidator();
    private static final EmailAddressValidator ADDRESSES = new EmailAddressValidator();
    private static final PhoneNumberValidator PHONES = new PhoneNumberValidator();
    private static final ZoneNameValidator ZONES = new ZoneNameValidator();
    private static final LocaleCodeValidator LOCALES = new LocaleCodeValidator();

    @ParameterizedTest
    @ValueSource(strings = { "José", "Jose\u0301", "Nguyễn Văn A", "李雷", "O’Brien", "O'Brien", "Anne-Marie",
            "أحمد محمد",
            "अनिल कुमार", "Martin Luther King, Jr.", "Dr. Ada Lovelace", "Ł", "X Æ A-12", "Þór", "ʻOkina Kaʻahumanu",
            "Ng", "D'Angelo (Dee)", "𠮷田" })
    void takesNamesAsPeopleHaveThem(String name) {
        assertThat(valid(NAMES, name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "Bob\r\nBcc: all@example.org", "Bob\nBcc", "Bob\u0000", "\u202Eboots",
            "Bob\u2066x",
            "Bob\u200E\u2067", "A\uDB40\uDC41", "<script>", "Bob\u2028", "Bob\uFEFF", "=1+1", "@import", "Bob;", "a\tb",
            "Bob\uD800", "Bob\uFFFF", "123" })
    void refusesWhatIsNoName(String name) {
        assertThat(valid(NAMES, name)).isFalse();
    }

    @Test
    void countsCodePointsRatherThanUnits() {
        assertThat(valid(NAMES, "𠮷".repeat(120))).isTrue();
        assertThat(valid(NAMES, "𠮷".repeat(121))).isFalse();
        assertThat(valid(NAMES, "a".repeat(121))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "a@b.co", "first.last+tag@example.org", "o'brien@example.ie", "x@münchen.example",
            "user@sub.domain.example", "1@2.example", "user@xn--bcher-kva.example" })
    void takesAddresses(String address) {
        assertThat(valid(ADDRESSES, address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a", "@", "a@b", "a@b.", "a@.b", ".a@b.co", "a.@b.co", "a..b@c.co", "a@b..co",
            "a b@c.co",
            "a@b.co\r\nBcc: c@d.co", "a@b.co\n", "a@b,c.co", "a@b.co,c@d.co", "<a@b.co>", "a@-b.co", "a@b-.co",
            "\"a\"@b.co",
            "a@[127.0.0.1]", "a@b.co\u0000", "a\u202E@b.co", "é@b.co" })
    void refusesWhatIsNoAddress(String address) {
        assertThat(valid(ADDRESSES, address)).isFalse();
    }

    @Test
    void boundsAddresses() {
        assertThat(valid(ADDRESSES, "a".repeat(64) + "@example.org")).isTrue();
        assertThat(valid(ADDRESSES, "a".repeat(65) + "@example.org")).isFalse();
        assertThat(valid(ADDRESSES, "a@" + "b.".repeat(130) + "org")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "+34 600 123 456", "+34600123456", "+1 (212) 555-0123", "+91 98765 43210",
            "+442079460958" })
    void takesPhoneNumbers(String number) {
        assertThat(valid(PHONES, number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "600123456", "+1", "+999 123 456 789", "+34 600 123 456\r\nx", "+34abc", "call me",
            "+34600123456;ext=1;phone-context=evil", "++34600123456",
            "+34                      600 123 456" })
    void refusesWhatIsNoPhoneNumber(String number) {
        assertThat(valid(PHONES, number)).isFalse();
    }

    @Test
    void knowsZones() {
        assertThat(Stream.of("Europe/Madrid", "America/New_York", "Asia/Kolkata", "UTC"))
                .allMatch(zone -> valid(ZONES, zone));
        assertThat(Stream.of("", "CET5", "GMT+2", "+02:00", "europe/madrid", "Mars/Base", "EST", "CET", "Cuba",
                "../etc/passwd"))
                .noneMatch(zone -> valid(ZONES, zone));
    }

    @Test
    void knowsTheFourLocales() {
        assertThat(Stream.of("en", "es", "hi", "ar")).allMatch(locale -> valid(LOCALES, locale));
        assertThat(Stream.of("", "EN", "en-US", "de", "e")).noneMatch(locale -> valid(LOCALES, locale));
    }

    @Test
    void leavesNullToNotNull() {
        assertThat(Stream.of(NAMES, ADDRESSES, PHONES, ZONES, LOCALES)).allMatch(validator -> valid(validator, null));
    }

    @Test
    void keepsTextInOneLineWhereItMust() {
        assertThat(SafeText.isSafe("two\nlines\twide", true)).isTrue();
        assertThat(SafeText.isSafe("two\nlines", false)).isFalse();
        assertThat(SafeText.isSafe("क्‍ष 👩‍⚕️ eye drop -- ' OR '1'='1", true)).isTrue();
        assertThat(SafeText.isSafe("bell\u0007", true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "\u202Eboots", "a\u2066b", "tag\uDB40\uDC41", "line\u2028break", "\uFEFFmark",
            "half\uD800",
            "none\uFFFE", "nul\u0000" })
    void refusesWhatReadersCannotSee(String text) {
        assertThat(SafeText.isSafe(text, true)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void decidesAboutAnyTextWithoutFailing(String text) {
        for (ConstraintValidator<?, String> validator : Stream.of(NAMES, ADDRESSES, PHONES, ZONES, LOCALES).toList()) {
            assertThat(validator.isValid(text, null) && (text.contains("\r") || text.contains("\n"))).isFalse();
        }
    }

    static Stream<String> awkward() {
        return AwkwardStrings.all();
    }

    private static boolean valid(ConstraintValidator<?, String> validator, String value) {
        return validator.isValid(value, null);
    }
}
