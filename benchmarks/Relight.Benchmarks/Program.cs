using Relight.Benchmarks;
using Relight.Benchmarks.AcCheck;
using Relight.Benchmarks.Delivery;
using Relight.Benchmarks.Import;

IBenchmark[] benchmarks =
[
    new DeliverySpeed(),
    new DeliveryAgreement(),
    new ImportSpeed(),
    new AcBenchmark(),
];

return BenchmarkCommand.Run(benchmarks, args);
