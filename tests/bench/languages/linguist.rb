# Says as JSON what Linguist counts in the bare repository ARGV[0] at the commit ARGV[1]: path, language, bytes, strategy.
require "json"
require "linguist"
require "rugged"

class Strategies
  attr_reader :of

  def initialize
    @of = {}
  end

  def instrument(name, payload = {})
    @of[payload[:blob].name] = payload[:strategy].name.split("::").last if name == "linguist.detected" && payload[:strategy]
    yield if block_given?
  end
end

Linguist.instrumenter = strategies = Strategies.new
counted = Linguist::Repository.new(Rugged::Repository.new(ARGV[0]), ARGV[1]).cache
files = counted.map { |path, (language, size)| [path.dup.force_encoding("UTF-8").scrub, language, size, strategies.of[path]] }
puts JSON.generate(version: Linguist::VERSION, files: files)
