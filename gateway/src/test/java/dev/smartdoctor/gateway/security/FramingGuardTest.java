package dev.smartdoctor.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;

class FramingGuardTest {
    private static final String GET = "GET /api/doctors HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String POST = "POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello";
    private static final String CHUNKED = "POST /api/x HTTP/1.1\r\nhost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "5\r\nhello\r\nA\r\n0123456789\r\n0\r\n\r\n";

    /** What came through, as text, until a refusal. */
    private static final class Beyond {
        private final StringBuilder passed = new StringBuilder();
        private final AtomicInteger bodyFaults = new AtomicInteger();
        private final EmbeddedChannel channel = new EmbeddedChannel();
        private DefaultHttpRequest refused;

        private Beyond() {
            FramingGuard guard = new FramingGuard();
            guard.onBodyFault(bodyFaults::incrementAndGet);
            channel.pipeline().addLast("framing", guard);
            // In the decoder's place: takes what the guard lets through.
            channel.pipeline().addLast("httpDecoder", new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object message) {
                    ByteBuf bytes = (ByteBuf) message;
                    passed.append(bytes.toString(StandardCharsets.ISO_8859_1));
                    bytes.release();
                }
            });
            channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object message) {
                    refused = (DefaultHttpRequest) message;
                }
            });
        }

        private Beyond send(String text) {
            channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
            return this;
        }

        private boolean isRefused() {
            return refused != null || bodyFaults.get() > 0;
        }
    }

    @Test
    void letsWholeRequestsThroughUnchanged() {
        Beyond beyond = new Beyond().send(GET + POST).send(CHUNKED + GET);
        assertThat(beyond.passed.toString()).isEqualTo(GET + POST + CHUNKED + GET);
        assertThat(beyond.isRefused()).isFalse();
    }

    @Test
    void readsTheSameHoweverTheBytesArrive() {
        String all = POST + CHUNKED + GET;
        for (int cut = 1; cut < all.length(); cut++) {
            Beyond beyond = new Beyond().send(all.substring(0, cut)).send(all.substring(cut));
            assertThat(beyond.passed.toString()).as("cut at %d", cut).isEqualTo(all);
        }
        Beyond single = new Beyond();
        all.chars().forEach(c -> single.send(String.valueOf((char) c)));
        assertThat(single.passed.toString()).isEqualTo(all);
    }

    @Test
    void holdsBackAHeadUntilItIsWhole() {
        Beyond beyond = new Beyond().send("GET / HTTP/1.1\r\nHost: a\r\nX-Long: ");
        assertThat(beyond.passed.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 5\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x5\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length : 5\r\n\r\nhello",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX-Folded: one\r\n two\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\n X-Folded: one\r\n\r\n",
            "GET / HTTP/1.1\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\n\n",
            "GET / HTTP/1.1\r\nHost: a\rX: y\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\rXX: y\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX: \u0000\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET / HTTP/1.1\r\nX: y\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n: empty\r\n\r\n",
            "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.1 \r\nHost: a\r\n\r\n", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/2.0\r\nHost: a\r\n\r\n",
            "GET / http/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", "GET /\r\n\r\n",
            "G(T / HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /\u00e9 HTTP/1.1\r\nHost: a\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" })
    void refusesAHeadInDoubt(String bytes) {
        Beyond beyond = new Beyond().send(bytes + GET);
        assertThat(beyond.refused).as("refused").isNotNull();
        assertThat(beyond.passed.toString()).isEmpty();
        beyond.send(GET);
        assertThat(beyond.passed.toString()).as("nothing of this connection is read any more").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "5;ext=1\r\nhello\r\n0\r\n\r\n", "5 \r\nhello\r\n0\r\n\r\n", "5\nhello\r\n0\r\n\r\n",
            "5\r\nhelloX\r\n0\r\n\r\n", "5\r\nhello\n0\r\n\r\n", "0x5\r\nhello\r\n0\r\n\r\n",
            "-5\r\nhello\r\n0\r\n\r\n", "\r\n\r\n",
            "FFFFFFFFFFFFFFFFF\r\n", "0\r\nTrailer: x\r\n\r\n", "0\r\n\n",
            "100000005\r\nhello\r\n0\r\n\r\n", "5\rXhello\r\n0\r\n\r\n", "5\r\nhelloX\n0\r\n\r\n",
            "5\r\nhello\rX0\r\n\r\n", "0\r\nX\n", "0\r\n\rX" })
    void refusesAChunkedBodyInDoubt(String body) {
        Beyond beyond = new Beyond()
                .send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + body + GET);
        assertThat(beyond.bodyFaults).hasValue(1);
        assertThat(beyond.passed.toString()).doesNotContain("GET");
    }

    @Test
    void answersWhatCameBeforeTheDoubtFirst() {
        Beyond beyond = new Beyond().send(GET + "GET / HTTP/1.1\nHost: a\n\n");
        assertThat(beyond.passed.toString()).isEqualTo(GET);
        assertThat(beyond.refused).isNotNull();
    }

    @Test
    void boundsHeadAddressAndNumberOfHeaders() {
        assertThat(status("GET /" + "a".repeat(9000) + " HTTP/1.1\r\nHost: a\r\n\r\n")).isEqualTo(414);
        assertThat(status("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(25_000) + "\r\n\r\n")).isEqualTo(431);
        assertThat(status("GET / HTTP/1.1\r\nHost: a\r\n" + "X: y\r\n".repeat(100) + "\r\n")).isEqualTo(431);
        assertThat(status("GET / HTTP/1.1\r\nX: " + "a".repeat(25_000))).isEqualTo(431);
    }

    @Test
    void knowsSinceWhenAHeadIsAwaited() {
        FramingGuard guard = new FramingGuard();
        EmbeddedChannel channel = new EmbeddedChannel(guard);
        assertThat(guard.headAwaited(System.nanoTime())).isPositive();
        channel.writeInbound(Unpooled.copiedBuffer(GET, StandardCharsets.ISO_8859_1));
        assertThat(guard.headAwaited(System.nanoTime())).isZero();
        channel.writeInbound(Unpooled.copiedBuffer("GET /", StandardCharsets.ISO_8859_1));
        assertThat(guard.headAwaited(System.nanoTime())).isPositive();
        channel.finishAndReleaseAll();
    }

    private static int status(String bytes) {
        FramingFault fault = (FramingFault) new Beyond().send(bytes).refused.decoderResult().cause();
        return fault.status();
    }
}
