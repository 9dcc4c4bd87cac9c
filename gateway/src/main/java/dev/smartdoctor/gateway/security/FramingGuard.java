package dev.smartdoctor.gateway.security;

import dev.smartdoctor.gateway.security.FramingFault.Kind;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;

/**
 * Stands before the HTTP decoder of one connection and lets only whole, unambiguous heads and the bytes of their bodies
 * through. Netty's decoder repairs what we must refuse (a length beside chunks, folded lines, chunk extensions), and after a
 * repair nobody can tell. At the first doubt nothing more of the connection is read.
 */
public final class FramingGuard extends ChannelInboundHandlerAdapter {
    private static final int MAX_HEAD = 16 * 1024 + RequestHead.MAX_TARGET;
    /** One per event loop would do; a head is copied here and read at once. */
    private static final ThreadLocal<byte[]> SCRATCH = ThreadLocal.withInitial(() -> new byte[MAX_HEAD + 4]);

    private enum State {
        HEAD,
        FIXED_BODY,
        CHUNKED_BODY,
        DISCARD
    }

    private final RequestHead head = new RequestHead();
    private final ChunkedBody chunks = new ChunkedBody();
    private Runnable onBodyFault;
    private State state = State.HEAD;
    private long bodyLeft;
    private ByteBuf held;
    private long lastHeadAt = System.nanoTime();
    /** When the head that is not complete yet was begun, or the first one awaited; 0 in between. */
    private long headBegunAt = lastHeadAt;

    /** @param onBodyFault told when a body breaks its framing, after its head had already been let through */
    public void onBodyFault(Runnable onBodyFault) {
        this.onBodyFault = onBodyFault;
    }

    /** Throws away whatever still comes. */
    public void discard() {
        state = State.DISCARD;
    }

    /** For how many nanoseconds a head has been awaited that is not complete; 0 between requests. */
    public long headAwaited(long now) {
        return headBegunAt == 0 ? 0 : now - headBegunAt;
    }

    /** Nanoseconds since the last complete head. */
    public long idle(long now) {
        return now - lastHeadAt;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = joinHeld((ByteBuf) message);
        int start = in.readerIndex();
        int at = start;
        int trusted = start;
        FramingFault fault = null;
        boolean inBody = false;
        try {
            while (at < in.writerIndex() && state != State.DISCARD) {
                inBody = state != State.HEAD;
                int next = advance(in, at);
                if (next == at) {
                    break;
                }
                at = next;
                trusted = at;
            }
        } catch (FramingFault doubt) {
            fault = doubt;
        }
        if (state == State.DISCARD) {
            in.release();
            return;
        }
        if (fault == null && at < in.writerIndex()) {
            hold(context, in, at);
        }
        forward(context, in, start, trusted);
        if (fault != null) {
            refuse(context, fault, inBody);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        releaseHeld();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        releaseHeld();
        context.fireChannelInactive();
    }

    /** Moves over one head or as much of a body as there is; stays where it is when a head is not complete. */
    private int advance(ByteBuf in, int at) throws FramingFault {
        switch (state) {
            case HEAD :
                return readHead(in, at);
            case FIXED_BODY :
                int step = (int) Math.min(bodyLeft, in.writerIndex() - at);
                bodyLeft -= step;
                if (bodyLeft == 0) {
                    state = State.HEAD;
                }
                return at + step;
            default :
                int next = chunks.follow(in, at, in.writerIndex());
                if (chunks.isDone()) {
                    state = State.HEAD;
                }
                return next;
        }
    }

    private int readHead(ByteBuf in, int at) throws FramingFault {
        int length = headLength(in, at);
        if (length > MAX_HEAD || length < 0 && in.writerIndex() - at > MAX_HEAD) {
            throw new FramingFault(Kind.HEADERS_TOO_LARGE);
        }
        if (length < 0) {
            return at;
        }
        byte[] bytes = SCRATCH.get();
        in.getBytes(at, bytes, 0, length);
        bytes[length] = 0;
        head.read(bytes, length);
        lastHeadAt = System.nanoTime();
        headBegunAt = 0;
        if (head.isChunked()) {
            chunks.start();
            state = State.CHUNKED_BODY;
        } else if (head.bodyLength() > 0) {
            bodyLeft = head.bodyLength();
            state = State.FIXED_BODY;
        }
        return at + length;
    }

    /** Up to and with the first empty line, however it is ended; -1 where there is none yet. */
    private static int headLength(ByteBuf in, int from) {
        int end = in.writerIndex();
        int lf = in.indexOf(from, end, (byte) '\n');
        while (lf >= 0 && lf + 1 < end) {
            byte next = in.getByte(lf + 1);
            if (next == '\n') {
                return lf + 2 - from;
            }
            if (next == '\r' && lf + 2 < end && in.getByte(lf + 2) == '\n') {
                return lf + 3 - from;
            }
            lf = in.indexOf(lf + 1, end, (byte) '\n');
        }
        return -1;
    }

    private ByteBuf joinHeld(ByteBuf in) {
        if (held == null) {
            return in;
        }
        ByteBuf joined = held.writeBytes(in);
        in.release();
        held = null;
        return joined;
    }

    private void hold(ChannelHandlerContext context, ByteBuf in, int from) {
        int length = in.writerIndex() - from;
        held = context.alloc().buffer(Math.max(1024, length * 2)).writeBytes(in, from, length);
        if (headBegunAt == 0) {
            headBegunAt = System.nanoTime();
        }
    }

    private static void forward(ChannelHandlerContext context, ByteBuf in, int start, int end) {
        if (end == start) {
            in.release();
        } else {
            in.setIndex(start, end);
            context.fireChannelRead(in);
        }
    }

    private void refuse(ChannelHandlerContext context, FramingFault fault, boolean inBody) {
        discard();
        if (inBody) {
            onBodyFault.run();
            return;
        }
        // Past the decoder, so that it is answered in its turn and then the connection is closed.
        DefaultHttpRequest invalid = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
        invalid.setDecoderResult(DecoderResult.failure(fault));
        context.pipeline().context("httpDecoder").fireChannelRead(invalid);
    }

    private void releaseHeld() {
        if (held != null) {
            held.release();
            held = null;
        }
    }
}
