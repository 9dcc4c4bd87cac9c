package dev.smartdoctor.platform.deadline;

import java.util.OptionalLong;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Tells the service that is asked how much time is left; asks nobody where none is. Found by every REST client of its own accord. */
@Provider
public class OutgoingDeadline implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext request) {
        OptionalLong left = Deadline.leftMillis();
        if (left.isEmpty()) {
            return;
        }
        if (left.getAsLong() == 0) {
            throw Deadline.over();
        }
        request.getHeaders().putSingle(Deadline.HEADER, Long.toString(left.getAsLong()));
    }
}
