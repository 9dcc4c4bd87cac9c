package dev.smartdoctor.assistant.triage;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import dev.smartdoctor.platform.validation.PlainText;

/**
 * What someone tells of their trouble; age in whole years.
 */
public record TriageRequest(@NotBlank @PlainText(max = 4_000) String text, @Min(0) @Max(125) Integer age,
        @Pattern(regexp = "female|male|other") String sex, @Size(max = 20) List<@Valid @NotNull Answer> answers) {

    List<Answer> answersGiven() {
        return answers == null ? List.of() : answers;
    }
}
