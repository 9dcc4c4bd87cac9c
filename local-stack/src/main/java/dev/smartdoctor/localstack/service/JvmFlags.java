package dev.smartdoctor.localstack.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.smartdoctor.localstack.process.Tools;
import dev.smartdoctor.localstack.stack.StackOptions;

/** Flags that let five JVMs share one small machine: a serial collector, small stacks and heaps, the quick compiler. */
final class JvmFlags {

    /** What a run of minutes or hours does, and a start above all, the optimising compiler hardly quickens (ADR 12). */
    private static final List<String> QUICK_COMPILER = List.of("-XX:TieredStopAtLevel=1",
            // Most of what a start runs, it runs some hundred times: to compile that costs more than it gives.
            "-XX:CompileThresholdScaling=3");

    /** The classes of a service; below that, each doubling of their space would be a full collection. */
    private static final String NO_COLLECTION_WHILE_LOADING = "-XX:MetaspaceSize=128m";

    private final Service service;
    private final StackOptions options;

    JvmFlags(Service service, StackOptions options) {
        this.service = service;
        this.options = options;
    }

    List<String> command() {
        List<String> command = new ArrayList<>(List.of(Tools.java(), "-XX:+UseSerialGC", "-Xss512k", "-Xms32m",
                "-Xmx" + options.setting("SERVICE_HEAP").orElse("160m"), NO_COLLECTION_WHILE_LOADING,
                "-XX:+ExitOnOutOfMemoryError", "-Duser.timezone=UTC"));
        if (service == Service.GATEWAY) {
            // Every request passes here: this code does run often enough, and it is little.
            command.add("-XX:ReservedCodeCacheSize=64m");
        } else {
            command.addAll(QUICK_COMPILER);
        }
        options.setting("SERVICE_JAVA_OPTIONS").filter(extra -> !extra.isBlank())
                .ifPresent(extra -> command.addAll(Arrays.asList(extra.trim().split("\\s+"))));
        return command;
    }
}
