package dev.smartdoctor.localstack.mailbox;

/**
 * A part of a mail that is not its text.
 *
 * @param inline
 *            whether the HTML text shows it (an image), rather than the reader as a file
 */
public record Attachment(String partId, String fileName, String contentType, String contentId, boolean inline,
        byte[] content) {}
