package dev.smartdoctor.localstack.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.smartdoctor.localstack.process.Tools;
import dev.smartdoctor.localstack.stack.StackOptions;

/** Flags that let five JVMs share one small machine: a serial collector, small stacks and heaps. */
final class JvmFlags {

    private final StackOptions options;

    JvmFlags(StackOptions options) {
        this.options = options;
    }

    List<String> command() {
        List<String> command = new ArrayList<>(List.of(Tools.java(), "-XX:+UseSerialGC", "-Xss512k", "-Xms32m",
                "-Xmx" + options.setting("SERVICE_HEAP").orElse("160m"), // All compilers, but ten times later: at start most of their work is for code that runs a few times.
                "-XX:CompileThresholdScaling=10", "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError", "-Duser.timezone=UTC"));
        options.setting("SERVICE_JAVA_OPTIONS").filter(extra -> !extra.isBlank())
                .ifPresent(extra -> command.addAll(Arrays.asList(extra.trim().split("\\s+"))));
        return command;
    }
}
