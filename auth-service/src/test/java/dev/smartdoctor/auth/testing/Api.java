package dev.smartdoctor.auth.testing;

import static io.restassured.RestAssured.given;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What tests do again and again, through the interface; the database is only looked into where nothing else shows it. */
@ApplicationScoped
public class Api {
    public static final String PASSWORD = "seven-blue-teacups-9";

    private final AgroalDataSource database;

    Api(AgroalDataSource database) {
        this.database = database;
    }

    public static String freshEmail() {
        return "p" + UUID.randomUUID().toString().replace("-", "") + "@mail.example";
    }

    public static RequestSpecification json() {
        return given().contentType(ContentType.JSON);
    }

    public static RequestSpecification as(String accessToken) {
        return json().header("Authorization", "Bearer " + accessToken);
    }

    public static Map<String, Object> registration(String email) {
        Map<String, Object> body = new HashMap<>();
        body.put("email", email);
        body.put("password", PASSWORD);
        body.put("fullName", "José O’Brien");
        return body;
    }

    public void register(String email) {
        json().body(registration(email)).post("/api/auth/register").then().statusCode(202);
    }

    /** The token of the newest link that was mailed to the address. */
    public String verificationToken(String email) {
        UUID id = id("""
                SELECT v.id FROM email_verification v JOIN account a ON a.id = v.account_id
                 WHERE a.email_key = ? ORDER BY v.requested_at DESC LIMIT 1""", email.toLowerCase(Locale.ROOT));
        return as(serviceToken()).get("/internal/verifications/" + id).then().statusCode(200).extract().path("token");
    }

    public String resetToken(String email) {
        UUID id = id("""
                SELECT r.id FROM password_reset r JOIN account a ON a.id = r.account_id
                 WHERE a.email_key = ? ORDER BY r.requested_at DESC LIMIT 1""", email.toLowerCase(Locale.ROOT));
        return as(serviceToken()).get("/internal/password-resets/" + id).then().statusCode(200).extract().path("token");
    }

    /** A verified patient's address. */
    public String patient() {
        String email = freshEmail();
        register(email);
        json().body(Map.of("token", verificationToken(email))).post("/api/auth/verify-email").then().statusCode(204);
        return email;
    }

    public String serviceToken() {
        return json()
                .body(Map.of("clientId", AuthSettings.CLIENT, "clientSecret", AuthSettings.CLIENT_SECRET, "audience",
                        "auth-service"))
                .post("/internal/token").then().statusCode(200).extract().path("accessToken");
    }

    public static Response login(String email, String password) {
        return json().body(Map.of("email", email, "password", password, "tokenDelivery", "body"))
                .post("/api/auth/login");
    }

    /** A signed-in session: accessToken, refreshToken, user. */
    public JsonPath signIn(String email) {
        return login(email, PASSWORD).then().statusCode(200).extract().jsonPath();
    }

    public String accessToken(String email) {
        return signIn(email).getString("accessToken");
    }

    public String adminToken() {
        return login(AuthSettings.ADMIN, AuthSettings.ADMIN_PASSWORD).then().statusCode(200).extract()
                .path("accessToken");
    }

    /** A ready account with these roles; answers its address. */
    public String staff(String... roles) {
        String email = freshEmail();
        as(adminToken())
                .body(Map.of("email", email, "fullName", "Mina Roy", "roles", List.of(roles), "password", PASSWORD))
                .post("/api/admin/users").then().statusCode(201);
        return email;
    }

    public UUID accountId(String email) {
        return id("SELECT id FROM account WHERE email_key = ?", email);
    }

    public long count(String sql, Object... parameters) {
        return query(sql, row -> row.getLong(1), parameters);
    }

    private UUID id(String sql, Object... parameters) {
        return query(sql, row -> row.getObject(1, UUID.class), parameters);
    }

    public String text(String sql, Object... parameters) {
        return query(sql, row -> row.getString(1), parameters);
    }

    public int execute(String sql, Object... parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql,
                        parameters)) {
            return statement.executeUpdate();
        }
    }

    private <T> T query(String sql, RowReader<T> reader, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new AssertionError("no row for " + sql);
            }
            return reader.read(rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
