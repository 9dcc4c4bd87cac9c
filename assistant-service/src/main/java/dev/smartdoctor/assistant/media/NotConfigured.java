package dev.smartdoctor.assistant.media;

import dev.smartdoctor.platform.problem.ApiException;

/** 503: what was asked for needs a model, and none is set. */
public final class NotConfigured extends ApiException {

    public NotConfigured(String what) {
        super(503, "NOT_CONFIGURED", "Not configured", "No model is set that understands " + what + ".");
    }
}
