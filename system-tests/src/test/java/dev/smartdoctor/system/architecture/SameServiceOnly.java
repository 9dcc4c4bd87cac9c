package dev.smartdoctor.system.architecture;

import java.util.List;
import java.util.Optional;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A class depends on classes of its own service, of the platform and of libraries, but of no other service. */
final class SameServiceOnly extends ArchCondition<JavaClass> {
    private final String root;
    private final List<String> services;

    SameServiceOnly(String root, List<String> services) {
        super("depend on their own service only");
        this.root = root;
        this.services = services;
    }

    @Override
    public void check(JavaClass origin, ConditionEvents events) {
        Optional<String> own = service(origin);
        origin.getDirectDependenciesFromSelf().forEach(dependency -> {
            Optional<String> other = service(dependency.getTargetClass());
            if (other.isPresent() && !other.equals(own)) {
                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
            }
        });
    }

    private Optional<String> service(JavaClass type) {
        return services.stream().filter(name -> (type.getPackageName() + ".").startsWith(root + "." + name + "."))
                .findFirst();
    }
}
