package dev.smartdoctor.localstack.stack;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The text of `--help`: every setting of the local run. */
final class Help {

    private Help() {
    }

    static String text() {
        String ports = Arrays.stream(Port.values())
                .map(port -> "  %-30s %d".formatted(port.setting(), port.standard())).collect(Collectors.joining("\n"));
        return """
                mvn -Plocal           builds what has changed and runs the whole suite until Ctrl-C
                mvn -Plocal -Dfresh   the same, after deleting the data of earlier runs

                Settings, as environment variables or as -DNAME=value. All others reach the services as in production.

                Ports:
                %s

                Folders:
                  LOCAL_DIR                      .local
                  POSTGRES_DIR                   LOCAL_DIR/postgres
                  REDIS_DIR                      LOCAL_DIR/redis
                  MAILBOX_DIR                    LOCAL_DIR/mailbox
                  LOGS_DIR                       LOCAL_DIR/logs
                  CACHE_DIR                      local-stack/target/cache (unpacked programs)

                Other:
                  HTTP_HOST                      127.0.0.1 (where the services listen; the demo passwords are public)
                  DEMO_DATA                      true
                  SERVICE_HEAP                   160m (of each service)
                  SERVICE_JAVA_OPTIONS           (further flags of each service's JVM; with
                                                 -XX:TieredStopAtLevel=4 -XX:CompileThresholdScaling=1
                                                 they run as on a server)
                """.formatted(ports);
    }
}
