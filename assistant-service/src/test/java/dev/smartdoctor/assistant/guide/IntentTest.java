package dev.smartdoctor.assistant.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.smartdoctor.assistant.evidence.EvidenceReader;

class IntentTest {
    private static final EvidenceReader READER = EvidenceReader.load();

    @ParameterizedTest
    @CsvSource({ "I want to see a skin doctor,dermatology", "quiero ver a un dermatólogo,dermatology",
            "मुझे त्वचा के डॉक्टर से मिलना है,dermatology", "स्किन स्पेशलिस्ट से मिलना है,dermatology",
            "أريد طبيب جلدية,dermatology" })
    void namesTheSpecialtyThatIsAskedFor(String text, String specialty) {
        assertThat(Intent.specialty(READER.read(text))).contains(specialty);
        assertThat(Intent.tellsSymptoms(READER.read(text))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "more", "más", "और समय", "المزيد" })
    void asksForMoreInTheWordsThatAreOffered(String text) {
        assertThat(Intent.of(READER.read(text))).contains(Intent.MORE);
    }
}
