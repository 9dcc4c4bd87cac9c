package dev.smartdoctor.appointment.directory;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class LocationRepository implements PanacheRepositoryBase<Location, UUID> {

    Uni<List<Location>> active() {
        return list("active = true order by name, id");
    }

    Uni<Long> countActive(Collection<UUID> ids) {
        return count("active = true and id in ?1", ids);
    }
}
