package dev.smartdoctor.platform.validation;

import java.util.regex.Pattern;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/** Decides {@link PhoneNumber}. Public, since the validation engine makes it by reflection. */
public class PhoneNumberValidator implements ConstraintValidator<PhoneNumber, String> {
    private static final int MAX = 32;
    /** Narrower than the library, which reads letters, extensions and any script's digits too. */
    private static final Pattern FORM = Pattern.compile("\\+[0-9][0-9 ().-]*");

    @Override
    public boolean isValid(String value, ConstraintValidatorContext context) {
        return value == null
                || value.length() <= MAX && FORM.matcher(value).matches() && isPhone(value);
    }

    private static boolean isPhone(String value) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            return phones.isValidNumber(phones.parse(value, null));
        } catch (NumberParseException e) {
            return false;
        }
    }
}
