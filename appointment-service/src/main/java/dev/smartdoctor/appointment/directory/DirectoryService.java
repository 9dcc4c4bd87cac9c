package dev.smartdoctor.appointment.directory;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.problem.NotFound;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/**
 * Reads the directory. Inactive doctors and locations are not there, unless they are asked for as former ones. Pages are cut here, not in the database: a clinic's
 * directory is small, and a fetched collection cannot be cut there.
 */
@ApplicationScoped
public class DirectoryService {

    private final SpecialtyRepository specialties;
    private final LocationRepository locations;
    private final VisitTypeRepository visitTypes;
    private final DoctorRepository doctors;

    DirectoryService(SpecialtyRepository specialties, LocationRepository locations, VisitTypeRepository visitTypes,
            DoctorRepository doctors) {
        this.specialties = specialties;
        this.locations = locations;
        this.visitTypes = visitTypes;
        this.doctors = doctors;
    }

    @WithSession
    public Uni<Page<SpecialtyView>> specialties(PageRequest page) {
        return specialties.inOrder().map(found -> Page.cut(found, page).map(SpecialtyView::of));
    }

    @WithSession
    public Uni<Page<LocationView>> locations(PageRequest page) {
        return locations.active().map(found -> Page.cut(found, page).map(LocationView::of));
    }

    @WithSession
    public Uni<Page<VisitTypeView>> visitTypes(PageRequest page) {
        return visitTypes.active().map(found -> Page.cut(found, page).map(VisitTypeView::of));
    }

    @WithSession
    public Uni<Page<DoctorView>> doctors(String specialty, UUID locationId, String text, PageRequest page) {
        return doctors.search(specialty, locationId, text)
                .map(found -> Page.cut(found, page).map(DoctorView::of));
    }

    @WithSession
    public Uni<DoctorView> doctor(UUID id) {
        return doctors.withLocations(id).map(found -> found != null && found.active ? found : null)
                .onItem().ifNull().failWith(() -> new NotFound("doctor")).map(DoctorView::of);
    }

    @WithSession
    public Uni<DoctorView> anyDoctor(UUID id) {
        return doctors.withLocations(id).onItem().ifNull().failWith(() -> new NotFound("doctor")).map(DoctorView::of);
    }

    @WithSession
    public Uni<LocationView> anyLocation(UUID id) {
        return locations.findById(id).onItem().ifNull().failWith(() -> new NotFound("location"))
                .map(LocationView::of);
    }
}
