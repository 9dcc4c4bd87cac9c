package dev.smartdoctor.gateway.security;

import io.netty.buffer.ByteBuf;

/**
 * Follows a chunked body to its end (RFC 9112 §7.1) without keeping any of it. Chunk extensions and trailers are refused: no
 * client of ours sends them, and readers disagree about them.
 */
final class ChunkedBody {
    private static final int SIZE_DIGITS = 7;

    private enum State {
        SIZE,
        SIZE_LF,
        DATA,
        DATA_CR,
        DATA_LF,
        END_CR,
        END_LF,
        DONE
    }

    private State state;
    private int size;
    private int digits;

    void start() {
        state = State.SIZE;
        size = 0;
        digits = 0;
    }

    boolean isDone() {
        return state == State.DONE;
    }

    /** @return where reading stopped: at {@code to}, or after the body's last byte */
    int follow(ByteBuf in, int from, int to) throws FramingFault {
        int at = from;
        while (at < to && state != State.DONE) {
            if (state == State.DATA) {
                int step = Math.min(size, to - at);
                size -= step;
                at += step;
                if (size == 0) {
                    state = State.DATA_CR;
                }
            } else {
                accept(in.getByte(at++));
            }
        }
        return at;
    }

    private void accept(byte b) throws FramingFault {
        switch (state) {
            case SIZE -> size(b);
            case SIZE_LF -> {
                expect(b, '\n', size == 0 ? State.END_CR : State.DATA);
                digits = 0;
            }
            case DATA_CR -> expect(b, '\r', State.DATA_LF);
            case DATA_LF -> expect(b, '\n', State.SIZE);
            case END_CR -> expect(b, '\r', State.END_LF);
            case END_LF -> expect(b, '\n', State.DONE);
            default -> throw FramingFault.malformed();
        }
    }

    private void size(byte b) throws FramingFault {
        int digit = Character.digit(b, 16);
        if (digit >= 0 && digits < SIZE_DIGITS) {
            size = size << 4 | digit;
            digits++;
        } else if (digits > 0) {
            expect(b, '\r', State.SIZE_LF);
        } else {
            throw FramingFault.malformed();
        }
    }

    private void expect(byte b, char wanted, State next) throws FramingFault {
        if (b != wanted) {
            throw FramingFault.malformed();
        }
        state = next;
    }
}
