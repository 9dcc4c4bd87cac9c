package dev.smartdoctor.gateway.compression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;

import org.junit.jupiter.api.Test;

import io.vertx.core.buffer.Buffer;

class GzipTest {
    private static final int GZIP_HEADER = 10;
    private final String text = "{\"doctorName\":\"Dr. Anna Müller\",\"start\":\"2027-01-04T09:00:00+01:00\"},"
            .repeat(200);

    @Test
    void partsTogetherAreOneMember() throws IOException {
        Gzip gzip = Gzip.quick();
        Buffer all = Buffer.buffer();
        for (int i = 0; i < text.length(); i += 1000) {
            all.appendBuffer(gzip.add(Buffer.buffer(text.substring(i, Math.min(text.length(), i + 1000)))));
        }
        all.appendBuffer(gzip.finish(null));
        assertThat(unzipped(all)).isEqualTo(text);
    }

    @Test
    void noPartWaitsForTheNext() throws Exception {
        Buffer sent = Gzip.quick().add(Buffer.buffer("the first part"));
        Inflater inflater = new Inflater(true);
        inflater.setInput(sent.getBytes(GZIP_HEADER, sent.length()));
        byte[] read = new byte[100];
        assertThat(new String(read, 0, inflater.inflate(read), StandardCharsets.UTF_8)).isEqualTo("the first part");
        inflater.end();
    }

    @Test
    void wholeBodyIsSmaller() throws IOException {
        Buffer quick = Gzip.quick().finish(Buffer.buffer(text));
        Buffer best = Gzip.best(text.getBytes(StandardCharsets.UTF_8));
        assertThat(unzipped(quick)).isEqualTo(text);
        assertThat(unzipped(best)).isEqualTo(text);
        assertThat(quick.length()).isLessThan(text.length() / 5);
        assertThat(best.length()).isLessThanOrEqualTo(quick.length());
    }

    @Test
    void bodyWithoutABodyIsAMemberToo() throws IOException {
        assertThat(unzipped(Gzip.quick().finish(null))).isEmpty();
    }

    private static String unzipped(Buffer gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip.getBytes()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
