package dev.smartdoctor.localstack.process;

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
        if (String.valueOf(cause.getMessage()).contains("No space left")) {
            return new StartProblem("The disk is full: cannot write " + what,
                    "Free some space, or set LOCAL_DIR to a folder on another disk", cause);
        }
        return new StartProblem("Cannot write " + what + " (" + cause + ")",
                "Check the folder's owner and rights, or set LOCAL_DIR to another folder", cause);
    }
}
