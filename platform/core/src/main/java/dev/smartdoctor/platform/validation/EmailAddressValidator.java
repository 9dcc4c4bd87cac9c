package dev.smartdoctor.platform.validation;

import java.util.regex.Pattern;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Decides {@link EmailAddress}. Public, since the validation engine makes it by reflection. */
public class EmailAddressValidator implements ConstraintValidator<EmailAddress, String> {
    private static final int MAX = 254;
    private static final int MAX_LOCAL = 64;
    /** Dot-atoms of RFC 5321, the domain in ASCII or Unicode labels; neither quoted local parts nor address literals. */
    private static final Pattern FORM = Pattern
            .compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?\\.)+[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?");

    @Override
    public boolean isValid(String value, ConstraintValidatorContext context) {
        return value == null
                || value.length() <= MAX && value.indexOf(0x40) <= MAX_LOCAL && FORM.matcher(value).matches();
    }
}
