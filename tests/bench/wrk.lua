-- Sends the requests of a file in turn, each once, and looks at every answer.
-- Arguments: the file of requests (lines of timestamp, signature and body), the file for what accepted answers
-- tell, the file for answers that are not accepted, and the patterns of which an accepted answer's body has one.
-- At its end it prints one line of JSON, which tests/bench/wrk.py reads.

local threads = {}
local headers = { ["Content-Type"] = "application/x-www-form-urlencoded" }
local source, accepted, refused
local patterns = {}

refusals = 0
exhausted = 0

function setup(thread)
   table.insert(threads, thread)
end

function init(args)
   source = assert(io.open(args[1], "r"))
   accepted = assert(io.open(args[2], "w"))
   refused = assert(io.open(args[3], "w"))
   accepted:setvbuf("no")
   refused:setvbuf("no")
   for at = 4, #args do
      patterns[#patterns + 1] = args[at]
   end
end

function request()
   local line = source:read("*l")
   if line == nil then
      exhausted = 1
      wrk.thread:stop()
      return wrk.format("GET", "/healthz")
   end
   local timestamp, signature, body = line:match("^(%S+) (%S+) (.*)$")
   headers["X-Slack-Request-Timestamp"] = timestamp
   headers["X-Slack-Signature"] = signature
   return wrk.format("POST", nil, headers, body)
end

local function said(body)
   for _, pattern in ipairs(patterns) do
      local told = body:match(pattern)
      if told then
         return told
      end
   end
end

function response(status, _, body)
   local told = status == 200 and said(body)
   if told then
      accepted:write(told, "\n")
   elseif exhausted == 0 then
      refusals = refusals + 1
      refused:write(status, " ", body, "\n")
   end
end

function done(summary, latency, _)
   local errors = summary.errors
   local lost = errors.connect + errors.read + errors.write + errors.timeout
   print(string.format(
      '{"answers": %d, "seconds": %.6f, "p50_ms": %.3f, "p99_ms": %.3f, "refused": %d, "lost": %d, "exhausted": %d}',
      summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
      threads[1]:get("refusals"), lost, threads[1]:get("exhausted")
   ))
end
