package dev.smartdoctor.platform.data;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import dev.smartdoctor.platform.problem.NotFound;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Both ways into the database, as the services use them, and slow enough to be cut. */
@Path("/things")
@PermitAll
public class ThingResource {
    private static final String SLOWLY = "SELECT CAST(pg_sleep(0.02) AS text)";

    private final ThingRepository things;
    private final Transactions transactions;

    ThingResource(ThingRepository things, Transactions transactions) {
        this.things = things;
        this.transactions = transactions;
    }

    @GET
    @Path("/{id}")
    @WithSession
    public Uni<String> name(@PathParam("id") UUID id) {
        return things.findById(id).onItem().ifNull().failWith(() -> new NotFound("thing")).map(Thing::getName);
    }

    @POST
    @Path("/panache/{name}")
    @WithTransaction
    public Uni<String> persistSlowly(@PathParam("name") String name) {
        Thing thing = new Thing(UUID.randomUUID(), name);
        return things.persist(thing)
                .chain(() -> Panache.getSession())
                .chain(session -> session.createNativeQuery(SLOWLY, String.class).getSingleResult())
                .replaceWith(thing.getId().toString());
    }

    @GET
    @Path("/panache/slow")
    @WithSession
    public Uni<String> readSlowly() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SLOWLY, String.class).getSingleResult())
                .replaceWith("read");
    }

    @POST
    @Path("/sql/{name}")
    public Uni<String> insertSlowly(@PathParam("name") String name) {
        UUID id = UUID.randomUUID();
        return transactions.inTransaction(tx -> tx.preparedQuery("INSERT INTO thing (id, name) VALUES ($1, $2)")
                .execute(Tuple.of(id, name))
                .chain(() -> tx.query(SLOWLY).execute())
                .replaceWith(id.toString()));
    }

    @GET
    @Path("/sql/fault")
    public Uni<String> fault() {
        return transactions.withConnection(connection -> connection.query("SELECT secret_column FROM thing").execute()
                .replaceWith("never"));
    }

    @GET
    @Path("/panache/fault")
    @WithSession
    public Uni<String> faultOfHibernate() {
        return Panache.getSession().chain(
                session -> session.createNativeQuery("SELECT secret_column FROM thing", String.class)
                        .getSingleResult());
    }

    /** What a service that wants to explain a violation reads out of it. */
    @POST
    @Path("/{way}/twice/{name}")
    public Uni<String> verdictOnASecond(@PathParam("way") String way, @PathParam("name") String name) {
        Uni<?> second = way.equals("sql")
                ? transactions.inTransaction(tx -> insert(tx, name).chain(() -> insert(tx, name)))
                : Panache.withTransaction(() -> things.persist(new Thing(UUID.randomUUID(), name))
                        .chain(() -> things.persistAndFlush(new Thing(UUID.randomUUID(), name))));
        return second.map(kept -> "both kept").onFailure().recoverWithItem(
                failure -> PostgresErrors.sqlState(failure) + " " + PostgresErrors.constraint(failure));
    }

    private static Uni<Void> insert(SqlConnection tx, String name) {
        return tx.preparedQuery("INSERT INTO thing (id, name) VALUES ($1, $2)")
                .execute(Tuple.of(UUID.randomUUID(), name)).replaceWithVoid();
    }
}
