package dev.smartdoctor.localstack.process;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The stack cannot start. The message is one line: what is wrong, and what to do about it. */
public class StartProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartProblem(String problem, String remedy) {
        super(problem + ". " + remedy);
    }

    public StartProblem(String problem, String remedy, Throwable cause) {
        super(problem + ". " + remedy, cause);
    }

    /** What any failure to write means to the person who sees it: most often a full disk. */
    public static StartProblem unwritable(Object what, Exception cause) {
        if (tellsOfFullDisk(String.valueOf(cause.getMessage()))) {
            return fullDisk("cannot write " + what, cause);
        }
        return new StartProblem("Cannot write " + what + " (" + reason(cause) + ")",
                "Check the folder's owner and rights, or set LOCAL_DIR to another folder", cause);
    }

    /** Waits for some work of the start and gives what it came to; where it failed with a problem, that problem itself. */
    public static <T> T await(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartProblem problem ? problem : e;
        }
    }

    /** Waits for all of them, so that nothing goes on behind a failure, and then fails with what one failed with. */
    public static void awaitAll(List<CompletableFuture<Void>> works) {
        await(CompletableFuture.allOf(works.toArray(CompletableFuture<?>[]::new)));
    }

    static StartProblem fullDisk(String consequence, Exception cause) {
        return new StartProblem("The disk is full: " + consequence,
                "Free some space, or set LOCAL_DIR to a folder on another disk", cause);
    }

    static boolean tellsOfFullDisk(String text) {
        return text.contains("No space left");
    }

    /** Java's file exceptions say in their class what other programs say in words. */
    private static String reason(Exception cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is not a folder";
        }
        if (cause instanceof FileSystemException other && other.getReason() != null) {
            return other.getReason().toLowerCase(Locale.ROOT);
        }
        return cause.toString();
    }
}
