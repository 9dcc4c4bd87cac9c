package dev.smartdoctor.assistant.guide;

import java.util.UUID;

import dev.smartdoctor.assistant.evidence.Evidence;
import dev.smartdoctor.assistant.language.Language;

/** One message and what it comes with; {@code heard} is the evidence of this message alone. */
record Turn(GuideState state, String text, Language language, UUID caller, String bearer, Evidence heard) {}
