package dev.smartdoctor.assistant.guide;

/** What the dialogue waits for. */
enum Stage {
    STORY, PICK_SLOT, PICK_CANCEL, PICK_MOVE, PICK_NEW_TIME
}
