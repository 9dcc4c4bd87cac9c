package dev.smartdoctor.gateway.exchange;

import dev.smartdoctor.platform.problem.ApiException;

/** One step of the way. It refuses by throwing an {@link ApiException}, and never blocks: it runs on an event loop. */
@FunctionalInterface
public interface Interceptor {

    /** What becomes of the request after this step. */
    enum Outcome {
        /** The next step may have it. */
        NEXT,
        /** This step answers it, now or later. */
        TAKEN,
        /** This step calls {@link Exchange#proceed} or {@link Exchange#refuse} once it knows. */
        LATER
    }

    Outcome handle(Exchange exchange);
}
