package dev.smartdoctor.platform.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Decides {@link PlainText}. Public, since the validation engine makes it by reflection. */
public class PlainTextValidator implements ConstraintValidator<PlainText, String> {
    private int max;
    private boolean multiline;

    @Override
    public void initialize(PlainText constraint) {
        max = constraint.max();
        multiline = constraint.multiline();
    }

    @Override
    public boolean isValid(String value, ConstraintValidatorContext context) {
        return value == null || SafeText.withinCodePoints(value, max) && SafeText.isSafe(value, multiline);
    }
}
