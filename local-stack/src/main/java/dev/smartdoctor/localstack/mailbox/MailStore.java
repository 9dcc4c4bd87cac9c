package dev.smartdoctor.localstack.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The mails, each as two files: its bytes as they came, and its envelope. A mail is in the store once both are whole; ids
 * sort by the time of arrival. The oldest go when there are more than {@value #KEPT}.
 */
final class MailStore {

    static final int KEPT = 20_000;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BYTES = ".eml";
    private static final String ENVELOPE = ".json";

    private final Path folder;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final ConcurrentSkipListMap<String, Mail> summaries = new ConcurrentSkipListMap<>();
    private long lastTick;

    MailStore(Path folder, Clock clock) throws IOException {
        this.folder = folder;
        this.clock = clock;
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ENVELOPE)).toList()) {
                load(file);
            }
        }
    }

    String add(String from, List<String> recipients, byte[] raw) throws IOException {
        String id = nextId();
        Envelope envelope = new Envelope(clock.instant(), from, List.copyOf(recipients), false);
        write(id + BYTES, raw);
        write(id + ENVELOPE, json.writeValueAsBytes(envelope));
        summaries.put(id, summary(MailReader.read(id, raw, envelope)));
        while (summaries.size() > KEPT) {
            remove(List.of(summaries.firstKey()));
        }
        return id;
    }

    /** All mails without their attachments' bytes, the newest first. */
    Collection<Mail> newestFirst() {
        return summaries.descendingMap().values();
    }

    Optional<Mail> find(String id) throws IOException {
        Mail known = summaries.get(id);
        return known == null
                ? Optional.empty()
                : Optional.of(MailReader.read(id, Files.readAllBytes(folder.resolve(id + BYTES)), known.envelope()));
    }

    Optional<byte[]> raw(String id) throws IOException {
        return summaries.containsKey(id)
                ? Optional.of(Files.readAllBytes(folder.resolve(id + BYTES)))
                : Optional.empty();
    }

    void markRead(Mail mail) throws IOException {
        if (!mail.envelope().read() && summaries.containsKey(mail.id())) {
            Envelope seen = mail.envelope().seen();
            write(mail.id() + ENVELOPE, json.writeValueAsBytes(seen));
            summaries.computeIfPresent(mail.id(), (id, known) -> withEnvelope(known, seen));
        }
    }

    void remove(Collection<String> ids) throws IOException {
        for (String id : ids) {
            if (summaries.remove(id) != null) {
                Files.deleteIfExists(folder.resolve(id + ENVELOPE));
                Files.deleteIfExists(folder.resolve(id + BYTES));
            }
        }
    }

    private void load(Path file) throws IOException {
        String id = file.getFileName().toString().replace(ENVELOPE, "");
        Path bytes = folder.resolve(id + BYTES);
        if (Files.exists(bytes)) {
            Envelope envelope = json.readValue(file.toFile(), Envelope.class);
            summaries.put(id, summary(MailReader.read(id, Files.readAllBytes(bytes), envelope)));
        }
    }

    private void write(String name, byte[] content) throws IOException {
        Path unfinished = folder.resolve(name + ".tmp");
        Files.write(unfinished, content);
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private synchronized String nextId() {
        lastTick = Math.max(lastTick + 1, clock.millis() * 1000);
        byte[] noise = new byte[4];
        RANDOM.nextBytes(noise);
        return HexFormat.of().toHexDigits(lastTick, 14) + HexFormat.of().formatHex(noise);
    }

    private static Mail summary(Mail mail) {
        List<Attachment> light = mail.attachments().stream().map(each -> new Attachment(each.partId(),
                each.fileName(), each.contentType(), each.contentId(), each.inline(), new byte[0])).toList();
        return new Mail(mail.id(), mail.messageId(), mail.date(), mail.from(), mail.to(), mail.cc(), mail.bcc(),
                mail.replyTo(), mail.subject(), mail.text(), mail.text().isBlank() ? mail.html() : "", light,
                mail.size(), mail.envelope());
    }

    private static Mail withEnvelope(Mail mail, Envelope envelope) {
        return new Mail(mail.id(), mail.messageId(), mail.date(), mail.from(), mail.to(), mail.cc(), mail.bcc(),
                mail.replyTo(), mail.subject(), mail.text(), mail.html(), mail.attachments(), mail.size(), envelope);
    }
}
