package dev.smartdoctor.platform.problem;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** Bean Validation's findings as field errors, named as the caller wrote them. */
final class Violations {
    private Violations() {
    }

    static ValidationFailed explain(ConstraintViolationException failure) {
        List<FieldError> errors = failure.getConstraintViolations().stream()
                .map(Violations::fieldError)
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
        return new ValidationFailed(errors);
    }

    private static FieldError fieldError(ConstraintViolation<?> violation) {
        String annotation = violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        return new FieldError(field(violation.getPropertyPath()), code(annotation), violation.getMessage());
    }

    /** The path without the method and, where something follows it, without the parameter. */
    private static String field(Path path) {
        StringBuilder name = new StringBuilder();
        String parameter = "body";
        List<Class<?>> parameterTypes = List.of();
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.METHOD) {
                parameterTypes = node.as(Path.MethodNode.class).getParameterTypes();
                continue;
            }
            if (node.getKind() == ElementKind.CROSS_PARAMETER) {
                continue;
            }
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = parameter(node.as(Path.ParameterNode.class), parameterTypes);
                continue;
            }
            if (node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                index(name, node);
                continue;
            }
            index(name, node);
            if (node.getName() != null) {
                name.append(name.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return name.isEmpty() ? parameter : name.toString();
    }

    /** A body is of a type of our own and has no name; what the address carries is named as the method's parameter is. */
    private static String parameter(Path.ParameterNode node, List<Class<?>> types) {
        Class<?> type = types.get(node.getParameterIndex());
        boolean ofTheAddress = type.isPrimitive() || type.isEnum() || type.getName().startsWith("java.");
        return ofTheAddress ? node.getName() : "body";
    }

    private static void index(StringBuilder name, Path.Node node) {
        if (node.getIndex() != null) {
            name.append('[').append(node.getIndex()).append(']');
        }
    }

    private static String code(String annotation) {
        return switch (annotation) {
            case "NotNull", "NotBlank", "NotEmpty" -> "REQUIRED";
            case "Size", "PlainText", "Length" -> "INVALID_TEXT";
            case "Min", "Max", "Positive", "PositiveOrZero", "DecimalMin", "DecimalMax" -> "OUT_OF_RANGE";
            default -> "INVALID_" + annotation.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        };
    }
}
