// What is said when something does not work, and which field it is about.

export const fieldOf = (problem) => problem.errors?.[0]?.field;

export function words(problem, say) {
  const name = problem.code === "invalid_request" ? `invalid_request_${fieldOf(problem)}` : problem.code;
  const said = say[`fault_${name}`] ?? say[byStatus(problem.status)] ?? "";
  return said.replace("{left}", problem.attempts_left).replace("{seconds}", problem.retry_after);
}

function byStatus(status) {
  if (status === 429) return "fault_too_many";
  return status >= 500 ? "fault_unavailable" : "fault_other";
}

// What the page knows without asking, in the words of the API.
export const wanting = (field) => ({ code: "invalid_request", errors: [{ field }] });
