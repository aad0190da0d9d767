import Council

extension Proposal {
    /// The text of a file that says the same as this proposal.
    package var fileText: String {
        var lines = ["title: \(quoted(title))", "kind: \(kind.rawValue)"]
        func add(_ key: String, _ text: String?) { if let text { lines.append("\(key): \(text)") } }
        add("pod", pod.map(quoted))
        add("sponsor", sponsor.map(quoted))
        add("tech_lead", techLeads.first.map(member))
        add("blocker", blocker?.rawValue)
        add("team", list(team.map(member)))
        add(
            "impact",
            impact.map { flow(["value": number($0.value), "unit": quoted($0.unit), "note": $0.note.map(quoted)]) })
        add(
            "cost",
            cost.map {
                flow([
                    "build": $0.build.map(number), "maintenance": $0.maintenance.map(number), "unit": quoted($0.unit),
                    "note": $0.note.map(quoted),
                ])
            })
        add("baseline", baseline.map { flow(["method": quoted($0.method), "share": $0.share.map { "\(Int($0))%" }]) })
        add("third_party", thirdParty.map(quoted))
        add("engineering_alone", engineeringAlone.map(String.init))
        add("data", list(data.map(quoted)))
        add("platform", list(platform.map(quoted)))
        add("reuse", list(reuse.map(quoted)))
        add("leads", list(leads.map(review)))
        add("interested", list(interested.map(quoted)))
        add("revises", revises)
        add("priority", priority?.rawValue)
        add("minutes", minutes.map(String.init))
        add(
            "follow_up",
            followUp.map { flow(["after": $0.after.description, "measure": $0.measure.map(quoted)]) })
        add(
            "outcome",
            outcome.map {
                flow([
                    "on": $0.on.description, "value": number($0.value), "unit": quoted($0.unit),
                    "note": $0.note.map(quoted),
                ])
            })
        add("options", list(options.map(option)))
        add("recommend", recommend.map(quoted))
        add(
            "opening",
            opening.map {
                flow(["role": $0.role?.rawValue, "level": $0.level.map(quoted), "count": $0.count.map(String.init)])
            })
        return "---\n\(lines.joined(separator: "\n"))\n---\n\(body)"
    }

    private func member(_ member: TeamMember) -> String {
        let name = member.email.map { "\(member.name) <\($0)>" } ?? member.name
        return flow(["name": quoted(name), "role": member.role?.rawValue])
    }

    private func review(_ review: LeadReview) -> String {
        flow([
            "role": review.role.rawValue, "name": review.name.map(quoted), "verdict": review.verdict.rawValue,
            "date": review.date?.description, "note": review.note.map(quoted),
        ])
    }

    private func option(_ option: TechnologyOption) -> String {
        flow([
            "name": quoted(option.name), "choice": option.choice?.rawValue, "cost": option.cost.map(quoted),
            "run_by": option.runBy.map(quoted), "note": option.note.map(quoted),
        ])
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
    }

    private func number(_ value: Double) -> String { value == value.rounded() ? "\(Int(value))" : "\(value)" }

    private func list(_ values: [String]) -> String? { values.isEmpty ? nil : "[\(values.joined(separator: ", "))]" }

    private func flow(_ values: KeyValuePairs<String, String?>) -> String {
        "{ " + values.compactMap { key, value in value.map { "\(key): \($0)" } }.joined(separator: ", ") + " }"
    }
}
