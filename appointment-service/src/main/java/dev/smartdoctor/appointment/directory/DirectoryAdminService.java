package dev.smartdoctor.appointment.directory;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.appointment.account.Account;
import dev.smartdoctor.appointment.account.Accounts;
import dev.smartdoctor.platform.data.PostgresErrors;
import dev.smartdoctor.platform.problem.Conflict;
import dev.smartdoctor.platform.problem.NotFound;
import dev.smartdoctor.platform.problem.ValidationFailed;
import dev.smartdoctor.platform.security.Roles;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Keeps the directory. Nothing is deleted: a doctor who leaves becomes inactive, past visits keep their name. */
@ApplicationScoped
public class DirectoryAdminService {

    private static final String ONE_DOCTOR_PER_ACCOUNT = "doctor_account_unique";
    private static final String HOURS_WHERE_THE_DOCTOR_IS = "working_hours_where_the_doctor_is";

    private final SpecialtyRepository specialties;
    private final LocationRepository locations;
    private final DoctorRepository doctors;
    private final Accounts accounts;
    private final Clock clock;

    DirectoryAdminService(SpecialtyRepository specialties, LocationRepository locations, DoctorRepository doctors,
            Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.specialties = specialties;
        this.locations = locations;
        this.doctors = doctors;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<LocationView> addLocation(NewLocationRequest request) {
        Location location = new Location();
        location.id = UUID.randomUUID();
        location.name = request.name();
        location.timeZone = request.timeZone();
        location.country = request.country();
        location.address = request.address();
        location.phone = request.phone();
        location.createdAt = clock.instant();
        return locations.persist(location).map(LocationView::of);
    }

    public Uni<DoctorAdminView> addDoctor(NewDoctorRequest request) {
        return checkAccount(request.accountId()).chain(() -> Panache.withTransaction(() -> add(request)));
    }

    public Uni<DoctorAdminView> changeDoctor(UUID id, DoctorChangeRequest request) {
        return checkAccount(request.accountId()).chain(() -> Panache.withTransaction(() -> change(id, request)));
    }

    private Uni<DoctorAdminView> add(NewDoctorRequest request) {
        Doctor doctor = doctor(request, clock.instant());
        return checked(doctor).chain(() -> doctors.persistAndFlush(doctor))
                .onFailure(DirectoryAdminService::isSecondDoctor).transform(DirectoryAdminService::accountInUse)
                .map(DoctorAdminView::of);
    }

    private Uni<DoctorAdminView> change(UUID id, DoctorChangeRequest request) {
        return doctors.lockWithLocations(id).onItem().ifNull().failWith(() -> new NotFound("doctor"))
                .invoke(request::applyTo)
                .call(this::checked)
                .call(() -> doctors.flush())
                .onFailure(DirectoryAdminService::isSecondDoctor).transform(DirectoryAdminService::accountInUse)
                .onFailure(DirectoryAdminService::leavesHours).transform(DirectoryAdminService::hoursStand)
                .map(DoctorAdminView::of);
    }

    private static Doctor doctor(NewDoctorRequest request, Instant now) {
        Doctor doctor = new Doctor();
        doctor.id = UUID.randomUUID();
        doctor.accountId = request.accountId();
        doctor.fullName = request.fullName().strip();
        doctor.specialty = request.specialty();
        doctor.languages = request.languages() == null ? doctor.languages : Doctor.distinct(request.languages());
        doctor.bio = request.bio();
        doctor.createdAt = now;
        if (request.locationIds() != null) {
            doctor.locationIds.addAll(request.locationIds());
        }
        return doctor;
    }

    /** Names what the doctor refers to and does not exist. One statement after the other: they share a session. */
    private Uni<Void> checked(Doctor doctor) {
        return specialties.count("code", doctor.specialty).invoke(known -> {
            if (known == 0) {
                throw new ValidationFailed("specialty", "UNKNOWN", "There is no such specialty.");
            }
        }).chain(() -> doctor.locationIds.isEmpty()
                ? Uni.createFrom().item(0L)
                : locations.countActive(List.copyOf(doctor.locationIds))).invoke(known -> {
                    if (known < doctor.locationIds.size()) {
                        throw new ValidationFailed("locationIds", "UNKNOWN", "There is no such location.");
                    }
                }).replaceWithVoid();
    }

    /** Whoever signs in with it sees the doctor's visits and gets the mails about them, so it must be a doctor's. */
    private Uni<Void> checkAccount(UUID accountId) {
        return accountId == null
                ? Uni.createFrom().voidItem()
                : accounts.find(accountId).invoke(DirectoryAdminService::requireDoctor).replaceWithVoid();
    }

    private static void requireDoctor(Optional<Account> found) {
        Account account = found
                .orElseThrow(() -> new ValidationFailed("accountId", "UNKNOWN", "There is no such account."));
        if (!account.has(Roles.DOCTOR)) {
            throw new ValidationFailed("accountId", "NOT_A_DOCTOR", "The account does not have the role doctor.");
        }
    }

    private static boolean isSecondDoctor(Throwable failure) {
        return PostgresErrors.violates(failure, ONE_DOCTOR_PER_ACCOUNT);
    }

    private static boolean leavesHours(Throwable failure) {
        return PostgresErrors.violates(failure, HOURS_WHERE_THE_DOCTOR_IS);
    }

    private static Throwable hoursStand(Throwable violation) {
        return new Conflict("WORKING_HOURS_STAND",
                "The doctor has working hours at a location that locationIds leaves out."
                        + " Take the hours away first.");
    }

    private static Throwable accountInUse(Throwable violation) {
        return new Conflict("ACCOUNT_IN_USE", "Another doctor has this account.");
    }
}
