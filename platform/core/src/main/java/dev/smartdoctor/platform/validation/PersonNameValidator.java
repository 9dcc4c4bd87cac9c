package dev.smartdoctor.platform.validation;

import java.util.regex.Pattern;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Decides {@link PersonName}. Public, since the validation engine makes it by reflection. */
public class PersonNameValidator implements ConstraintValidator<PersonName, String> {
    private static final int MAX = 120;
    /** Starts with a letter; then what names have: José, O’Brien, Nguyễn Văn A, 李雷, Anne-Marie, John Paul 2., Ait-Ben; أحمد. */
    private static final Pattern FORM = Pattern.compile("[\\p{L}][\\p{L}\\p{M}\\p{Nd} .,'’ʼ`·\\u200C\\u200D()-]*");

    @Override
    public boolean isValid(String value, ConstraintValidatorContext context) {
        return value == null
                || SafeText.withinCodePoints(value, MAX) && SafeText.isSafe(value, false)
                        && FORM.matcher(value).matches();
    }
}
