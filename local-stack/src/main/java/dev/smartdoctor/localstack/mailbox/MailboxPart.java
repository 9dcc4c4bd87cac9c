package dev.smartdoctor.localstack.mailbox;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.smartdoctor.localstack.process.Launch;
import dev.smartdoctor.localstack.process.Part;
import dev.smartdoctor.localstack.process.Tools;

/** The mailbox as a supervised process, with the class path of this one. */
public final class MailboxPart implements Part {

    private static final int PROBE_MILLIS = 500;

    private final Path folder;
    private final int smtpPort;
    private final int httpPort;
    private final String mark;

    public MailboxPart(Path folder, int smtpPort, int httpPort) {
        this.folder = folder.toAbsolutePath();
        this.smtpPort = smtpPort;
        this.httpPort = httpPort;
        this.mark = MailboxMain.class.getName() + " " + this.folder;
    }

    @Override
    public String name() {
        return "mailbox";
    }

    @Override
    public String mark() {
        return mark;
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(folder);
    }

    @Override
    public Launch launch() {
        return new Launch(List.of(Tools.java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k", "-Xmx192m",
                "-cp", classPath(), MailboxMain.class.getName(), folder.toString(), Integer.toString(smtpPort),
                Integer.toString(httpPort)), Map.of("TZ", "UTC", "LC_ALL", "C.UTF-8"), folder);
    }

    @Override
    public boolean ready() {
        return listens(smtpPort) && listens(httpPort);
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Inside Maven our classes come from a loader of their own; elsewhere from the class path. */
    private static String classPath() {
        if (MailboxPart.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(MailboxPart::path)
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String path(URL url) {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Not a file: " + url, e);
        }
    }
}
