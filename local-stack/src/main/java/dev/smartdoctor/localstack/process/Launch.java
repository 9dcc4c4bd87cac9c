package dev.smartdoctor.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One start of a process: its command, its whole environment (nothing is inherited) and its working directory. */
public record Launch(List<String> command, Map<String, String> environment, Path directory) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
