package dev.smartdoctor.platform.validation;

import java.time.ZoneId;
import java.util.Set;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Decides {@link ZoneName}. Public, since the validation engine makes it by reflection. */
public class ZoneNameValidator implements ConstraintValidator<ZoneName, String> {
    private static final Set<String> REGIONS = ZoneId.getAvailableZoneIds();

    @Override
    public boolean isValid(String value, ConstraintValidatorContext context) {
        return value == null || REGIONS.contains(value) && (value.indexOf(0x2F) > 0 || value.equals("UTC"));
    }
}
