package dev.smartdoctor.appointment.directory;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class SpecialtyRepository implements PanacheRepositoryBase<Specialty, String> {

    Uni<List<Specialty>> inOrder() {
        return list("order by position");
    }
}
