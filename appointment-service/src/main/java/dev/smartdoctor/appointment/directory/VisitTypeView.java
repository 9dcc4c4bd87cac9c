package dev.smartdoctor.appointment.directory;

/** A kind of visit, with the rules a patient is told of; minutes. */
public record VisitTypeView(String code, String name, int durationMinutes, int noticeMinutes, int cancelWindowMinutes,
        int rescheduleWindowMinutes, int horizonMonths, boolean needsApproval, String channel) {

    static VisitTypeView of(VisitType type) {
        return new VisitTypeView(type.code, type.name, type.durationMinutes, type.noticeMinutes,
                type.cancelWindowMinutes, type.rescheduleWindowMinutes, type.horizonMonths, type.needsApproval,
                type.channel);
    }
}
