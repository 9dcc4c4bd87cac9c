package dev.smartdoctor.localstack.mailbox;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** The mailbox as a process: arguments are the folder, the SMTP port and the HTTP port. */
public final class MailboxMain {

    private static final int MAX_MAIL_BYTES = 30 * 1024 * 1024;
    private static final int MAX_CONNECTIONS = 200;

    /** Held, since loggers that nobody holds forget their level. */
    private static final Logger SMTP_LOG = Logger.getLogger("org.subethamail");

    private MailboxMain() {
    }

    public static void main(String[] arguments) throws IOException {
        SMTP_LOG.setLevel(Level.WARNING);
        MailStore store = new MailStore(Path.of(arguments[0]), Clock.systemUTC());
        SMTPServer smtp = smtp(Integer.parseInt(arguments[1]), store);
        MailboxServer http = new MailboxServer(Integer.parseInt(arguments[2]), store);
        smtp.start();
        http.start();
    }

    /** A mail is acknowledged only when it is in the store. */
    static SMTPServer smtp(int port, MailStore store) {
        return SMTPServer.port(port).bindAddress(InetAddress.getLoopbackAddress()).hostName("localhost")
                .softwareName("smart-doctor mailbox").insertReceivedHeaders(false).maxMessageSize(MAX_MAIL_BYTES)
                .maxConnections(MAX_CONNECTIONS).messageHandlerFactory(context -> new Delivery(store)).build();
    }

    private static final class Delivery implements org.subethamail.smtp.MessageHandler {

        private final MailStore store;
        private final List<String> recipients = new java.util.ArrayList<>();
        private String from = "";

        private Delivery(MailStore store) {
            this.store = store;
        }

        @Override
        public void from(String sender) {
            from = sender;
        }

        @Override
        public void recipient(String recipient) {
            recipients.add(recipient);
        }

        @Override
        public String data(java.io.InputStream data) throws RejectException, IOException {
            byte[] raw = data.readAllBytes();
            try {
                return "kept as " + store.add(from, recipients, raw);
            } catch (IOException e) {
                System.err.println("A mail cannot be kept: " + e);
                throw new RejectException(452, "The mailbox cannot write to its disk");
            }
        }

        @Override
        public void done() {
            // nothing is held open
        }
    }
}
