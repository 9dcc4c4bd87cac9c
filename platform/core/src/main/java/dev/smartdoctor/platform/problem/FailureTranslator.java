package dev.smartdoctor.platform.problem;

import java.util.Optional;

/** Knows the exceptions of one library (a database driver, say) and what a caller should be told of them. */
public interface FailureTranslator {

    /** The answer for this one exception, not its causes; empty where the exception is not known here. */
    Optional<ApiException> translate(Throwable failure);
}
