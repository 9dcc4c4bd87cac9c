package dev.smartdoctor.gateway.compression;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import io.vertx.core.buffer.Buffer;

/**
 * One gzip member (RFC 1952), made of a body that comes in parts. It holds memory outside of the heap until it is finished
 * or given up.
 */
public final class Gzip {
    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private final Member member;

    private Gzip(int level) {
        try {
            member = new Member(made, level);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written", e);
        }
    }

    /** For answers made for one request: the quickest level, whose gain is most of what there is to gain. */
    public static Gzip quick() {
        return new Gzip(Deflater.BEST_SPEED);
    }

    /** For what is compressed once and sent often. */
    public static Buffer best(byte[] whole) {
        return new Gzip(Deflater.BEST_COMPRESSION).finish(Buffer.buffer(whole));
    }

    /** What can be sent of the body up to here, so that no part waits for the next. */
    public Buffer add(Buffer part) {
        try {
            member.write(part.getBytes());
            member.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written", e);
        }
        return taken();
    }

    /** @param last the last part, or null where there is none */
    public Buffer finish(Buffer last) {
        try {
            if (last != null) {
                member.write(last.getBytes());
            }
            member.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written", e);
        }
        return taken();
    }

    /** For a body that will not come to its end. */
    public void giveUp() {
        member.release();
    }

    private Buffer taken() {
        Buffer taken = Buffer.buffer(made.toByteArray());
        made.reset();
        return taken;
    }

    private static final class Member extends GZIPOutputStream {
        Member(ByteArrayOutputStream out, int level) throws IOException {
            super(out, 4096, true);
            def.setLevel(level);
        }

        void release() {
            def.end();
        }
    }
}
