package dev.smartdoctor.platform.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

/**
 * JSON is UTF-8 (RFC 8259, section 8.1). Jackson also guesses UTF-16 and UTF-32, and takes overlong forms and lone surrogates, which
 * spell one text in several ways: what looks at the bytes and what looks at the text would see different things.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class Utf8Bodies implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
            byte[] body = context.getInputStream().readAllBytes();
            refuseUnlessUtf8(body);
            context.setInputStream(new ByteArrayInputStream(body));
        }
        return context.proceed();
    }

    private static void refuseUnlessUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw new WebApplicationException(e, 400);
        }
    }
}
