package dev.smartdoctor.platform.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Hears what is logged while a test runs: every line as it would be written, {@code LEVEL logger {context} message}, with the causes of
 * what was thrown. To be registered with {@code @RegisterExtension}.
 */
public final class LogLines implements BeforeEachCallback, AfterEachCallback {
    private final Logger root = LogManager.getLogManager().getLogger("");
    private final Listener listener = new Listener();

    @Override
    public void beforeEach(ExtensionContext context) {
        listener.written.clear();
        root.addHandler(listener);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        root.removeHandler(listener);
    }

    public List<String> all() {
        return List.copyOf(listener.written);
    }

    public List<String> of(Class<?> logger) {
        return from(line -> line.contains(" " + logger.getName() + " ")).toList();
    }

    /** Warnings and worse. */
    public List<String> warnings() {
        return from(line -> Stream.of("WARN", "ERROR", "FATAL", "SEVERE").anyMatch(line::startsWith)).toList();
    }

    private Stream<String> from(Predicate<String> wanted) {
        return listener.written.stream().filter(wanted);
    }

    private static final class Listener extends Handler {
        private final PatternFormatter form = new PatternFormatter("%p %c %X %s%e");
        private final List<String> written = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord logged) {
            written.add(form.format(logged));
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
